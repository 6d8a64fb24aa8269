import type { Office } from '@chorus/db/database'
import { tellMentioned } from '../mentions.ts'
import { findSubject } from '../subjects.ts'

type Post = { readonly organisation: string; readonly id: string; readonly author: string | null }

/** Tells whoever is mentioned in a post of an open session, and was not in what it said before. */
export async function tellOfPost(
  office: Office,
  { organisation, id, author }: Post,
  { before, now }: { readonly before?: string; readonly now: string },
  at: Date,
): Promise<void> {
  const subject = await findSubject(office, organisation, 'session-post', id)
  if (subject === null || author === null) return
  const texts = { ...(before !== undefined && { before: [before] }), now: [now] }
  await tellMentioned(office, subject, texts, { actor: author, at })
}
