import { and, asc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { followedTag } from '../schema/commons.ts'

type Owner = { readonly organisation: string; readonly person: string }

/** In the order of the alphabet. */
export async function listFollowedTags(
  office: Pick<Office, 'select'>,
  { organisation, person }: Owner,
): Promise<string[]> {
  const rows = await office
    .select({ tag: followedTag.tag })
    .from(followedTag)
    .where(and(eq(followedTag.organisation, organisation), eq(followedTag.person, person)))
    .orderBy(asc(followedTag.tag))
  return rows.map(({ tag }) => tag)
}

/** Doing either twice changes nothing. */
export async function followTag(
  office: Office,
  { organisation, person }: Owner,
  tag: string,
  on: boolean,
): Promise<void> {
  if (on) await office.insert(followedTag).values({ organisation, person, tag }).onConflictDoNothing()
  else
    await office
      .delete(followedTag)
      .where(
        and(
          eq(followedTag.organisation, organisation),
          eq(followedTag.person, person),
          eq(followedTag.tag, tag),
        ),
      )
}
