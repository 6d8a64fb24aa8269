import { mentionedIn } from '@chorus/contracts/mention-text'
import type { Office } from '@chorus/db/database'
import { listPosts } from '@chorus/db/stores/reflection-posts'
import { openReflection, type ReflectionRow } from '@chorus/db/stores/reflections'
import { tellOfPost } from './tell-of-post.ts'

/**
 * Ends the quiet time of a session. Whoever is mentioned in a post learns of it only now: until then nobody but its author reads it.
 * Doing it twice changes nothing.
 * @param at when the quiet time was over
 */
export async function openSession(
  office: Office,
  { organisation, id }: Pick<ReflectionRow, 'organisation' | 'id'>,
  at: Date,
): Promise<void> {
  if (!(await openReflection(office, { organisation, id }, at))) return
  for (const post of await listPosts(office, { organisation, session: id }, { reader: null, whose: null }))
    if (mentionedIn(post.text).length > 0) await tellOfPost(office, post, { now: post.text }, at)
}
