import { deletePosts, findPost } from '@chorus/db/stores/reflection-posts'
import { blackOutPost, listPostsBy } from '@chorus/db/stores/reflection-texts'
import { findReflection } from '@chorus/db/stores/reflections'
import type { TextsOfKind, Told } from '../texts-of-kind.ts'

type Found = Awaited<ReturnType<typeof listPostsBy>>[number]

/** What people wrote in sessions. It stays among those who take part until it is erased: whoever takes a unit's texts along gets none. */
export const postTexts: TextsOfKind = {
  async find(office, key) {
    const post = await findPost(office, key)
    const session =
      post && (await findReflection(office, { organisation: key.organisation, id: post.session }))
    return session && told({ post, session })
  },
  inUnits: async () => [],
  async by(office, author) {
    return (await listPostsBy(office, author)).map(told)
  },
  remove: (office, { organisation, id }) => deletePosts(office, organisation, [id]),
  blackOut: blackOutPost,
}

function told({ post: { id, author, at, text }, session: { title, unit, unitName } }: Found): Told {
  return { id, title, unit: { id: unit, name: unitName }, author, at, words: { text }, facts: {} }
}
