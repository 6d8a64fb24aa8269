import { diffArrays } from 'diff'

/** A stretch of words: in both versions, only in the newer one, or only in the older one. */
export type Stretch = { readonly text: string; readonly is: 'same' | 'added' | 'removed' }
/** Of one paragraph, in reading order. */
type Paragraph = readonly Stretch[]

/**
 * Two versions of a text, word by word, paragraph by paragraph of what both hold together. The words of the older version stand before those
 * that took their place. Words are told apart as the language does it, also where no spaces stand between them.
 * @param language a BCP 47 tag
 */
export function changedWords(before: string, after: string, language: string): Paragraph[] {
  const paragraphs: Stretch[][] = [[]]
  for (const { value, added, removed } of diffArrays(wordsOf(before, language), wordsOf(after, language))) {
    const is = added ? 'added' : removed ? 'removed' : 'same'
    for (const [place, text] of value.join('').split('\n').entries()) {
      if (place > 0) paragraphs.push([])
      if (text !== '') paragraphs.at(-1)?.push({ text, is })
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0)
}

/** Each word with the space after it: a space that stays between two changed words would tear them apart. */
function wordsOf(text: string, language: string): string[] {
  const words: string[] = []
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = words.at(-1)
    if (last !== undefined && last !== '\n' && /^[^\S\n]+$/.test(segment))
      words[words.length - 1] = last + segment
    else words.push(segment)
  }
  return words
}
