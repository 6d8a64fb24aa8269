const fewestLetters = 12
const fewestDifferent = 5
/** What is left of a password that is made of these has to be as long as half of one. */
const fewestOwn = 6

/**
 * Words that lists of stolen passwords are full of; our own short list, since no list of whole passwords of twelve letters and more is needed once
 * these, rows of keys and repetitions count as nothing.
 */
const common =
  'password passwort passw0rd motdepasse contrasena senha admin administrator chorus welcome willkommen letmein iloveyou qwerty qwertz azerty asdfgh zxcvbn abcdef monkey dragon football baseball sunshine princess master secret geheim login hello test user root changeme summer sommer winter spring autumn'.split(
    ' ',
  )

export type PasswordWeak = { code: 'password-too-short' | 'password-too-common' }

/**
 * Why a password is not taken; null when it is. In the spirit of NIST SP 800-63B: length and not kinds of letters, and nothing that is
 * guessed first.
 * @param about names and addresses that everybody would try for this person
 */
export function passwordWeakness(password: string, about: readonly string[]): PasswordWeak | null {
  const letters = [...password.normalize('NFKC')]
  if (letters.length < fewestLetters) return { code: 'password-too-short' }
  if (new Set(letters).size < fewestDifferent) return { code: 'password-too-common' }
  const plain = letters.join('').toLowerCase()
  const known = [...common, ...about.flatMap(wordsOf)].sort((a, b) => b.length - a.length)
  const own = known.reduce((left, word) => left.replaceAll(word, ''), withoutRows(plain))
  return [...own.replace(/(.)\1+/gu, '$1')].length < fewestOwn ? { code: 'password-too-common' } : null
}

/** Names and parts of an address of three letters and more. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= 3)
}

/** Without runs of four and more letters or digits that follow each other, such as 1234 or fedc. */
function withoutRows(text: string): string {
  const codes = [...text].map((letter) => letter.codePointAt(0) ?? 0)
  const isInRow = codes.map(() => false)
  for (const step of [1, -1])
    for (let from = 0, at = 1; at <= codes.length; at++) {
      if (at < codes.length && (codes[at] ?? 0) - (codes[at - 1] ?? 0) === step) continue
      if (at - from >= 4) isInRow.fill(true, from, at)
      from = at
    }
  return [...text].filter((_, at) => !isInRow[at]).join('')
}
