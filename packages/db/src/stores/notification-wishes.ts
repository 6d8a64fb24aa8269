import type { NotificationKind } from '@chorus/contracts/community'
import { and, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { notificationWish } from '../schema/commons.ts'

type Owner = { readonly organisation: string; readonly person: string }
export type Wish = 'digest' | (typeof notificationWish.$inferSelect)['how']

/** What is not in it is told on the page and in the digest. */
export async function readWishes(office: Office, owner: Owner): Promise<Map<string, Wish>> {
  const rows = await office.select().from(notificationWish).where(ofOwner(owner))
  return new Map(rows.map(({ what, how }) => [what, how]))
}

export async function setWish(
  office: Office,
  owner: Owner,
  what: NotificationKind,
  how: Wish,
): Promise<void> {
  if (how === 'digest')
    await office.delete(notificationWish).where(and(ofOwner(owner), eq(notificationWish.what, what)))
  else
    await office
      .insert(notificationWish)
      .values({ organisation: owner.organisation, person: owner.person, what, how })
      .onConflictDoUpdate({
        target: [notificationWish.organisation, notificationWish.person, notificationWish.what],
        set: { how },
      })
}

function ofOwner({ organisation, person }: Owner) {
  return and(eq(notificationWish.organisation, organisation), eq(notificationWish.person, person))
}
