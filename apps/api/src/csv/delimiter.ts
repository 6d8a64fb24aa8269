/** What separates fields, in order of preference when a header names a single column. */
const delimiters = [',', ';', '\t'] as const
export type Delimiter = (typeof delimiters)[number]

/** The delimiter that stands most often in the header line, outside quotes. */
export function delimiterOf(headerLine: string): Delimiter {
  const outside = headerLine.replaceAll(/"[^"]*"/g, '')
  const countOf = (delimiter: Delimiter) => outside.split(delimiter).length
  return delimiters.reduce((best, next) => (countOf(next) > countOf(best) ? next : best))
}
