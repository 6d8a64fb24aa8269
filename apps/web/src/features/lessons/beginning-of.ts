/** In a list, as much as two or three lines hold. */
const most = 240

/** A text as it is listed: a long one ends after a whole word. */
export function beginningOf(text: string): string {
  if (text.length <= most) return text
  const begun = text.slice(0, most).replace(/\s\S*$/, '')
  return `${begun} …`
}
