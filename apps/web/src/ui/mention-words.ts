import { mentionOf, partsOfText } from '@chorus/contracts/mention-text'

/** What stands in the field for whom: "Ada Lovelace", without the @. */
export type Labels = ReadonlyMap<string, string>

/** What somebody is typing: an @ at the beginning of a word, and up to three words after it, up to the caret. */
const beginning = /(?:^|[\s([{"“„«])@([\p{L}\p{M}][\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*){0,2})$/u

/** The beginning of a name before the caret, and where its @ stands; null where no name is being typed. */
export function nameBeingTyped(text: string, caret: number): { name: string; from: number } | null {
  const name = beginning.exec(text.slice(0, caret))?.[1]
  return name === undefined ? null : { name, from: caret - name.length - 1 }
}

/** A label that stands for nobody else. */
export function labelFor(labels: Labels, person: { id: string; name: string; unit: string }): string {
  const free = (label: string) => !labels.has(label) || labels.get(label) === person.id
  const wanted = [person.name, `${person.name} (${person.unit})`].find(free)
  return wanted ?? `${person.name} (${person.id})`
}

/** A stored text as the field shows it, and what its labels stand for. @param nameOf today's name; undefined for whoever has left */
export function toShown(
  text: string,
  nameOf: (person: string) => string | undefined,
  left: string,
): { shown: string; labels: Labels } {
  const labels = new Map<string, string>()
  const shown = partsOfText(text).map((part) => {
    if ('words' in part) return part.words
    const label = labelFor(labels, { id: part.person, name: nameOf(part.person) ?? left, unit: '…' })
    labels.set(label, part.person)
    return `@${label}`
  })
  return { shown: shown.join(''), labels }
}

/** What is stored of a text in the field. The longest label first: one may be the beginning of another. */
export function toStored(shown: string, labels: Labels): string {
  const known = [...labels].sort(([a], [b]) => b.length - a.length)
  return known.reduce((text, [label, person]) => text.split(`@${label}`).join(mentionOf(person)), shown)
}
