/**
 * Words that look like names of people: behind a title, two capitalised ones in a row, and, in languages that write only names large, one
 * in the middle of a sentence. A guess that a reader may ignore: it names what it found and stops nothing.
 */
export function personNames(text: string, locale: string): string[] {
  const titled = [...text.matchAll(title)].map(([found]) => found)
  const words = [...text.matchAll(/[\p{L}\p{M}'’-]+/gu)].map(({ 0: word, index }) => ({
    word,
    starts: /(?:^|[.!?:;\n"„“»(•-])\s*$/.test(text.slice(0, index)),
    follows: text[index - 1] === ' ' && /[\p{L}\p{M}]$/u.test(text.slice(0, index - 1)),
  }))
  const found: string[] = []
  words.forEach(({ word, starts, follows }, place) => {
    const before = words[place - 1]
    if (!isLarge(word)) return
    if (
      follows &&
      before &&
      isLarge(before.word) &&
      !(before.starts && common.has(before.word.toLowerCase()))
    )
      found.push(`${before.word} ${word}`)
    else if (
      !starts &&
      !writesNounsLarge(locale) &&
      !known.has(word.toLowerCase()) &&
      !isLarge(words[place + 1]?.word ?? '')
    )
      found.push(word)
  })
  const apart = found.filter(
    (name) => !titled.some((one) => one.includes(name) || name.includes(one.split(' ')[0] ?? '')),
  )
  return [...new Set([...titled, ...apart])]
}

const title = /(?<!\p{L})(?:Herrn?|Frau|Hr\.|Fr\.|Mrs?\.?|Ms\.?|Miss|Dr\.?|Prof\.?) \p{Lu}[\p{L}\p{M}'’-]+/gu

/** "Anna", "McKay", "Müller-Lenz"; not "I", nor "HR". */
function isLarge(word: string): boolean {
  return /^\p{Lu}['’]?\p{L}*\p{Ll}/u.test(word)
}

function writesNounsLarge(locale: string): boolean {
  return /^(?:de|lb)\b/.test(locale)
}

/** Words that sentences begin with: what follows them is a noun, not a name. */
const common = new Set(
  `the a an my our your his her their this that these those no some many more most all every each new good bad both when if in on at and but
  der die das den dem des ein eine einen einem einer kein keine mein meine unser unsere unserer unserem ihr ihre sein seine dieser diese dieses
  viele mehr alle jede jeder jedes neue gute beide manche einige im am beim zum zur in an auf mit ohne von für bei wenn und aber oder`
    .split(/\s+/)
    .filter(Boolean),
)

/** Written large in English, and nobody's name. */
const known = new Set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
  english german french spanish italian turkish christmas easter i'm i’m i've i’ve i'd i’d i'll i’ll teams slack excel outlook zoom`.split(
    /\s+/,
  ),
)
