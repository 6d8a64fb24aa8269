/** What is put into a text: words, and numbers that agree with them. */
export type TextValues = Record<string, string | number>

/**
 * Values for a text that is written from right to left, each between the marks "first strong isolate" and "pop isolate" (Unicode
 * 2068, 2069): the name of a team in Latin letters, or a range such as "10–14", would otherwise drag the words beside it to its other side.
 */
export function isolate(values: TextValues | undefined): TextValues | undefined {
  if (!values) return values
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? `\u2068${value}\u2069` : value,
    ]),
  )
}
