import { findPost } from '@chorus/db/stores/reflection-posts'
import { findReflection } from '@chorus/db/stores/reflections'
import type { FindSubject } from '../subject.ts'
import { teamRightsOf } from '../team-rights.ts'

/** For who takes part, once the quiet time is over; nobody replies before that, not even to what is their own. */
export const postAsSubject: FindSubject = async (office, organisation, id) => {
  const post = await findPost(office, { organisation, id })
  const session = post && (await findReflection(office, { organisation, id: post.session }))
  return (
    session && {
      organisation,
      kind: 'session-post',
      id,
      title: session.title,
      unit: { id: session.unit, name: session.unitName },
      audience: 'unit',
      author: post.author,
      mayRead: async (reader) =>
        session.opened !== null && (await teamRightsOf(office, reader)).belongs(session.unit),
    }
  )
}
