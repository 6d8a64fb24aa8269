import type { NotificationKind, NotifiedKind } from '@chorus/contracts/community'
import { and, count, desc, eq, gte, inArray, isNull, lt } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { notificationWish } from '../schema/commons.ts'
import { notification } from '../schema/community.ts'
import { person } from '../schema/organisation.ts'

/** What somebody is to be told. */
export type NewNotification = {
  readonly person: string
  readonly what: NotificationKind
  readonly about: { readonly organisation: string; readonly kind: NotifiedKind; readonly id: string }
  /** Who did it; null where nobody is to be named. */
  readonly actor: string | null
  readonly at: Date
}
export type NotificationRow = typeof notification.$inferSelect & { readonly actorName: string | null }
type Owner = { readonly organisation: string; readonly person: string }

/** Nobody is told of what they did themselves, or of a kind of thing that they do not want to hear of. */
export async function notify(office: Office, told: readonly NewNotification[]): Promise<void> {
  const rows = told
    .filter(({ person, actor }) => person !== actor)
    .map(({ about: { organisation, kind, id }, ...one }) => ({ organisation, kind, subject: id, ...one }))
  const [first] = rows
  if (!first) return
  const unwanted = await office
    .select({ person: notificationWish.person, what: notificationWish.what })
    .from(notificationWish)
    .where(
      and(
        eq(notificationWish.organisation, first.organisation),
        inArray(
          notificationWish.person,
          rows.map((row) => row.person),
        ),
        eq(notificationWish.how, 'not at all'),
      ),
    )
  const wanted = rows.filter(
    (row) => !unwanted.some(({ person, what }) => person === row.person && what === row.what),
  )
  if (wanted.length > 0) await office.insert(notification).values(wanted)
}

/** Newest first. @param since only those from this moment on, and before `until` */
export async function listNotifications(
  office: Office,
  owner: Owner,
  limit: number,
  within?: { readonly since: Date; readonly until: Date },
): Promise<NotificationRow[]> {
  const rows = await office
    .select({ notification, actorName: person.name })
    .from(notification)
    .leftJoin(
      person,
      and(
        eq(person.organisation, notification.organisation),
        eq(person.id, notification.actor),
        isNull(person.eraseOn),
      ),
    )
    .where(
      and(
        ofOwner(owner),
        within && and(gte(notification.at, within.since), lt(notification.at, within.until)),
      ),
    )
    .orderBy(desc(notification.at), desc(notification.id))
    .limit(limit)
  return rows.map((row) => ({ ...row.notification, actorName: row.actorName }))
}

export async function countUnseen(office: Office, owner: Owner): Promise<number> {
  const [row] = await office
    .select({ unseen: count() })
    .from(notification)
    .where(and(ofOwner(owner), eq(notification.seen, false)))
  return row?.unseen ?? 0
}

/** Ids of somebody else's change nothing. */
export async function markNotificationsSeen(
  office: Office,
  owner: Owner,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return
  await office
    .update(notification)
    .set({ seen: true })
    .where(and(ofOwner(owner), inArray(notification.id, [...ids])))
}

/** Seen or not: what is older than this moment is not news any more. */
export async function dropNotificationsBefore(
  office: Office,
  organisation: string,
  before: Date,
): Promise<void> {
  await office
    .delete(notification)
    .where(and(eq(notification.organisation, organisation), lt(notification.at, before)))
}

function ofOwner(owner: Owner) {
  return and(eq(notification.organisation, owner.organisation), eq(notification.person, owner.person))
}
