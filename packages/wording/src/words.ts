/** A word of a text and where it stands; `folded` has neither capitals nor curly apostrophes. */
export type Word = {
  readonly from: number
  readonly to: number
  readonly folded: string
  /** Whether it begins with a capital letter, or its script has none. */
  readonly capital: boolean
  /** Words of one sentence have the same number. */
  readonly sentence: number
  /** Whether it stands between quotation marks: somebody else's words, or a rule. */
  readonly quoted: boolean
}

const parts =
  /(?<word>[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*)|(?<end>[.!?…;\n]|[。！？؟])|(?<open>[„“«‹])|(?<close>[”»›])|(?<either>")/gu

/** The words of a text, in one pass. A mark that is opened and never closed quotes nothing. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let sentence = 0
  let quotedSince: number | null = null
  const quote = () => {
    if (quotedSince === null) quotedSince = words.length
    else {
      for (let at = quotedSince; at < words.length; at++) {
        const word = words[at]
        if (word) words[at] = { ...word, quoted: true }
      }
      quotedSince = null
    }
  }
  for (const match of text.matchAll(parts)) {
    const { word, end, open, close, either } = match.groups ?? {}
    if (word !== undefined)
      words.push({
        from: match.index,
        to: match.index + word.length,
        folded: word.toLowerCase().replaceAll('’', "'"),
        capital: /^[^\p{Ll}]/u.test(word),
        sentence,
        quoted: false,
      })
    else if (end !== undefined) sentence++
    // “ opens in English and closes in German, « and » do so the other way round in German books.
    else if (either !== undefined || open === '“' || open === '«' || close === '»') quote()
    else if (open !== undefined && quotedSince === null) quote()
    else if (close !== undefined && quotedSince !== null) quote()
  }
  return words
}
