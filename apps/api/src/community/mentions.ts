import { mentionedIn } from '@chorus/contracts/mention-text'
import type { Office } from '@chorus/db/database'
import { findKnownPerson } from '@chorus/db/stores/known-people'
import { notify } from '@chorus/db/stores/notifications'
import type { Subject } from './subject.ts'
import { subjectFor } from './subjects.ts'

/** More names in one text are a list, and nobody is told of being in it. */
const mostTold = 20

/**
 * Tells whoever is mentioned in texts and was not before, if they may read what the texts belong to.
 * @param texts `before`: as they stood until now; nothing for new ones
 * @returns who was told
 */
export async function tellMentioned(
  office: Office,
  subject: Subject,
  texts: { readonly before?: readonly string[]; readonly now: readonly string[] },
  by: { readonly actor: string; readonly at: Date },
): Promise<string[]> {
  const known = new Set(mentionedIn(...(texts.before ?? [])))
  const fresh = mentionedIn(...texts.now).filter((person) => !known.has(person) && person !== by.actor)
  const { organisation, kind, id } = subject
  const told: string[] = []
  for (const person of fresh.slice(0, mostTold)) {
    const reader = await findKnownPerson(office, organisation, person, by.at)
    if (reader !== null && (await subjectFor(office, reader, kind, id)) !== null) told.push(person)
  }
  await notify(
    office,
    told.map((person) => ({ person, what: 'mention' as const, about: subject, ...by })),
  )
  return told
}
