import { isAskedFor, type MailTopic } from '@chorus/contracts/mail'
import type { Mailer } from '@chorus/db/database'
import { changeNoReminders, readNoReminders } from '@chorus/db/stores/no-reminders'
import type { ReminderMarks } from './reminder-marks.ts'

type Parts = { readonly mailer: Mailer; readonly marks: ReminderMarks }

/** The marks of those who want no reminders, or said something else than what holds for everybody. */
export async function marksWithoutReminders(parts: Parts, organisation: string): Promise<Set<string>> {
  return parts.marks.known(organisation, await readNoReminders(parts.mailer, organisation))
}

/**
 * Writes the same marks anew, as a change does: done with every order of mails, so that a block that changed, or came to be, says
 * nothing of anybody's wish.
 */
export async function freshenReminders(parts: Parts, organisation: string): Promise<void> {
  await changeNoReminders(parts.mailer, organisation, (block, people) =>
    parts.marks.write(organisation, parts.marks.known(organisation, block), people),
  )
}

/** Written anew whatever was wanted before: that something was written tells nothing of what. */
export async function setReminders(
  parts: Parts,
  organisation: string,
  { mark, topic }: { readonly mark: string; readonly topic: MailTopic },
  wanted: boolean,
): Promise<void> {
  await changeNoReminders(parts.mailer, organisation, (block, people) => {
    const marks = parts.marks.known(organisation, block)
    if (wanted === isAskedFor(topic)) marks.add(mark)
    else marks.delete(mark)
    return parts.marks.write(organisation, marks, people)
  })
}
