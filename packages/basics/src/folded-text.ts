/** A text as it is compared: without case, accents and vowel signs. */
export type FoldedText = {
  readonly text: string
  /** Where each UTF-16 unit of the folded text begins in the original; one more for its end. */
  readonly from: readonly number[]
}

/** Folds a text, and remembers where everything came from, so that what is found can be marked in the original. */
export function foldText(original: string): FoldedText {
  let text = ''
  const from: number[] = []
  let at = 0
  for (const character of original) {
    const folded = foldCharacter(character)
    for (let unit = 0; unit < folded.length; unit++) from.push(at)
    text += folded
    at += character.length
  }
  from.push(original.length)
  return { text, from }
}

/** Folded text alone: "Müller" and "MULLER" are "muller", "ß" is "ss", and "أحمد" is "احمد". */
export function fold(original: string): string {
  return /^[ -~]*$/.test(original) ? original.toLowerCase() : foldText(original).text
}

/** Letters that no decomposition takes apart. */
const alike: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ى: 'ي',
  ة: 'ه',
  ـ: '',
}

const known = new Map<string, string>()

function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = [...character.normalize('NFKD').toLowerCase()]
    // The marks of voiced kana tell one syllable from another.
    .filter((part) => !/(?![\u3099\u309a])[\p{M}\p{Cf}]/u.test(part))
    .map((part) => alike[part] ?? part)
    .join('')
  known.set(character, folded)
  return folded
}
