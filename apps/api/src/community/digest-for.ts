import { type NotificationKind, notificationKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { lastDigest } from '@chorus/db/stores/digests'
import { listFollowedTags } from '@chorus/db/stores/followed-tags'
import { findKnownPerson } from '@chorus/db/stores/known-people'
import { listNewLessons } from '@chorus/db/stores/lessons'
import { readWishes } from '@chorus/db/stores/notification-wishes'
import { listNotifications } from '@chorus/db/stores/notifications'
import { notifiedAbout } from './notifications/notified-about.ts'
import { reachOf } from './reach.ts'

/** What is new for one person. Titles and names alone: texts are read on the pages. */
export type Digest = {
  readonly told: readonly {
    readonly what: NotificationKind
    readonly actor: string | null
    readonly title: string
  }[]
  readonly lessons: readonly { readonly title: string; readonly unit: string }[]
}

const mostLines = 10

/**
 * In the time that the newest digests tell of, and no more than the person may read at this moment.
 * @returns null where nothing is new, or nobody of today has the id
 */
export async function digestFor(
  office: Office,
  organisation: string,
  person: string,
  now: Date,
): Promise<Digest | null> {
  const time = await lastDigest(office, organisation)
  const reader = await findKnownPerson(office, organisation, person, now)
  if (time === null || reader === null) return null
  const owner = { organisation, person }
  const wishes = await readWishes(office, owner)
  const told = []
  for (const row of await listNotifications(office, owner, 10 * mostLines, time)) {
    if (told.length === mostLines) break
    if (wishes.has(row.what)) continue
    const about = await notifiedAbout(office, reader, row)
    if (about !== null)
      told.push({ what: notificationKind.parse(row.what), actor: row.actorName, title: about.title })
  }
  const { readUnits } = await reachOf(office, reader)
  const lessons = await listNewLessons(
    office,
    { ...owner, units: readUnits },
    {
      unit: reader.unit.id,
      tags: await listFollowedTags(office, owner),
      ...time,
      limit: mostLines,
    },
  )
  if (told.length === 0 && lessons.length === 0) return null
  return { told, lessons: lessons.map(({ title, unitName }) => ({ title, unit: unitName })) }
}
