/** E-mail addresses in a text, as they are written. */
export function emailAddresses(text: string): string[] {
  return [...text.matchAll(/[^\s@<>(),;:"]+@[^\s@<>(),;:"]+\.\p{L}{2,}/gu)].map(([found]) => found)
}
