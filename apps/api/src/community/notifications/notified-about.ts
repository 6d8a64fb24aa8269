import type { Notification } from '@chorus/contracts/commons'
import { notifiedKind } from '@chorus/contracts/community'
import type { Office } from '@chorus/db/database'
import { isFeedbackOf } from '@chorus/db/stores/feedback-between'
import type { NotificationRow } from '@chorus/db/stores/notifications'
import type { KnownPerson } from '../../http/permission.ts'
import { subjectFor } from '../subjects.ts'

/** What a notification is about; null where it is gone, or no longer for the reader. */
export async function notifiedAbout(
  office: Office,
  reader: KnownPerson,
  row: Pick<NotificationRow, 'kind' | 'subject'>,
): Promise<Notification['about']> {
  const kind = notifiedKind.parse(row.kind)
  const id = row.subject
  if (kind === 'feedback') {
    const { organisation, person } = reader
    return (await isFeedbackOf(office, { organisation, id }, person.id)) ? { kind, id, title: '' } : null
  }
  const subject = await subjectFor(office, reader, kind, id)
  return subject && { kind, id, title: subject.title }
}
