/**
 * A text in which people are mentioned: each stands as `@[person id]`, so that a text keeps no name, and shows today's. Free of zod, for pages.
 */
const mention = /@\[([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\]/

export type TextPart = { readonly words: string } | { readonly person: string }

/** The words and the mentions of a text, in order; put together again they are the text. */
export function partsOfText(text: string): TextPart[] {
  // A capturing group: every second piece is an id.
  return text
    .split(mention)
    .map((piece, at) => (at % 2 === 1 ? { person: piece } : { words: piece }))
    .filter((part) => !('words' in part && part.words === ''))
}

/** Who is mentioned in some texts, each once. */
export function mentionedIn(...texts: readonly string[]): string[] {
  const people = texts.flatMap((text) =>
    partsOfText(text).flatMap((part) => ('person' in part ? [part.person] : [])),
  )
  return [...new Set(people)]
}

export function mentionOf(person: string): string {
  return `@[${person}]`
}

/** The text with names in place of ids. @param nameOf what stands for a person */
export function withNames(text: string, nameOf: (person: string) => string): string {
  return partsOfText(text)
    .map((part) => ('person' in part ? `@${nameOf(part.person)}` : part.words))
    .join('')
}
