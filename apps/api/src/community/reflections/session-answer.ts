import { type Reflection, reflection } from '@chorus/contracts/reflections'
import type { Office } from '@chorus/db/database'
import { findHiddenAmong } from '@chorus/db/stores/hidden-targets'
import { redactedAmong } from '@chorus/db/stores/redactions'
import { countWriters, listPosts } from '@chorus/db/stores/reflection-posts'
import type { SignedIn } from '../../http/permission.ts'
import { describePost, describeSession, postsUntil } from './describe-session.ts'
import type { FoundSession } from './found-session.ts'

/** A session as a reader sees it: the posts only for who takes part, and in the quiet time only the reader's own. */
export async function sessionAnswer(
  office: Office,
  { organisation, person }: SignedIn,
  { row, rights, state, mayFacilitate }: FoundSession,
  now: Date,
): Promise<Reflection> {
  const entry = describeSession(row, rights, now)
  const key = { organisation, session: row.id }
  const whose = state === 'quiet' ? person.id : null
  const [writers, posts] = entry.takesPart
    ? await Promise.all([countWriters(office, key), listPosts(office, key, { reader: person.id, whose })])
    : [null, null]
  const ids = posts?.map(({ id }) => id) ?? []
  const ofKind = { organisation, kind: 'session-post' } as const
  const [hidden, redacted] = await Promise.all([
    findHiddenAmong(office, ofKind, ids),
    redactedAmong(office, ofKind, ids),
  ])
  return reflection.parse({
    ...entry,
    prompts: row.prompts,
    keepDays: row.keepDays,
    postsUntil: postsUntil(row),
    mayFacilitate,
    writers,
    posts:
      posts?.map((one) =>
        describePost(one, person.id, { hidden: hidden.get(one.id), redacted: redacted.has(one.id) }),
      ) ?? null,
  })
}
