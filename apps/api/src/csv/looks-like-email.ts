/** One @ with something on both sides and a dot in the domain: enough to catch a slipped column. @param text in lower case */
export function looksLikeEmail(text: string): boolean {
  return /^[^\s@,;<>"]+@[^\s@,;<>"]+\.[^\s@.,;<>"]+$/.test(text) && text.length <= 254
}
