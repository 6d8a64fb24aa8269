import type { NotificationKind } from '@chorus/contracts/community'
import type { Office } from '../database.ts'
import { notification } from '../schema/community.ts'
import type { SubjectKey } from './threads.ts'

/** What somebody is to be told. */
export type NewNotification = {
  readonly person: string
  readonly what: NotificationKind
  readonly about: SubjectKey
  /** Who did it; null where nobody is to be named. */
  readonly actor: string | null
  readonly at: Date
}

/** Nobody is told of what they did themselves. */
export async function notify(office: Office, told: readonly NewNotification[]): Promise<void> {
  const rows = told
    .filter(({ person, actor }) => person !== actor)
    .map(({ about: { organisation, kind, id }, ...one }) => ({ organisation, kind, subject: id, ...one }))
  if (rows.length > 0) await office.insert(notification).values(rows)
}
