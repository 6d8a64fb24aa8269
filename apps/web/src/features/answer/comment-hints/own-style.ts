/** What may make a colleague know the author: a long text, or signs that only some people use. */
export function ownStyle(text: string): 'long' | 'signs' | null {
  if (/[!?]{2,}|\.{4,}|\p{Extended_Pictographic}/u.test(text) || /(?<!\p{L})\p{Lu}{5,}(?!\p{L})/u.test(text))
    return 'signs'
  return [...text].length > longFrom ? 'long' : null
}

/** Two or three sentences. */
const longFrom = 300
