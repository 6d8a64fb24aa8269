import type { Office } from '@chorus/db/database'
import { deletePosts, listPostsToErase } from '@chorus/db/stores/reflection-posts'

/** Erases what was written in sessions and kept long enough. The summaries stay. Doing it twice does no harm. */
export async function erasePosts(office: Office, organisation: string, now: Date): Promise<void> {
  await deletePosts(office, organisation, await listPostsToErase(office, organisation, now))
}
