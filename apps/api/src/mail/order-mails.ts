import { err, ok, type Result } from '@chorus/basics/result'
import type { Database } from '@chorus/db/database'
import { listInvitedPeople } from '@chorus/db/stores/invitations'
import { type MailState, orderMails, orderRefusedAgain } from '@chorus/db/stores/mailings'
import type { WaveRow } from '@chorus/db/stores/waves'
import { VaultError } from '../vault/vault.ts'
import type { ReminderMarks } from './reminder-marks.ts'
import { freshenReminders } from './reminders.ts'

/** More than two, and people stop reading; chasing is not what makes a voice honest. */
export const mostReminders = 2

export type OrderRefused =
  | { code: 'wave-not-open' }
  | { code: 'already-invited' }
  | { code: 'not-invited-yet' }
  | { code: 'mails-under-way' }
  | { code: 'no-more-reminders' }

/**
 * Writes one mail for everybody on the roster of an open wave, whoever has answered, and one for nobody else. People who answer with a
 * sheet of paper are not on it.
 * @throws VaultError when nobody can tell who wants no reminders, and one is asked for
 * @param kind `refused`: invitations again that a mail server refused
 */
export async function orderMailsOfWave(
  database: Database,
  marks: ReminderMarks,
  wave: WaveRow,
  kind: 'invitation' | 'reminder' | 'refused',
  now: Date,
): Promise<Result<{ people: number }, OrderRefused>> {
  if (wave.stage !== 'open' || wave.closesAt <= now) return err({ code: 'wave-not-open' })
  const { office, issuer, mailer } = database
  try {
    await freshenReminders({ mailer, marks }, wave.organisation)
  } catch (error) {
    // Invitations go to everybody: they can do without that key.
    if (!(error instanceof VaultError) || kind === 'reminder') throw error
  }
  const key = { organisation: wave.organisation, wave: wave.id }
  if (kind === 'refused') return ok({ people: await orderRefusedAgain(office, key) })
  const people = await listInvitedPeople(issuer, key)
  const ordered = await orderMails(
    office,
    key,
    { kind, people },
    kind === 'invitation' ? mayInvite : mayRemind,
  )
  return 'refused' in ordered ? err({ code: ordered.refused }) : ok(ordered)
}

type Decided = { round: number } | { refused: Exclude<OrderRefused['code'], 'wave-not-open'> }

function mayInvite({ mailings }: MailState): Decided {
  return mailings.some(({ kind }) => kind === 'invitation') ? { refused: 'already-invited' } : { round: 1 }
}

function mayRemind({ mailings, left }: MailState): Decided {
  if (!mailings.some(({ kind }) => kind === 'invitation')) return { refused: 'not-invited-yet' }
  const before = mailings.filter(({ kind }) => kind === 'reminder').length
  if (before >= mostReminders) return { refused: 'no-more-reminders' }
  return left.invitation + left.reminder > 0 ? { refused: 'mails-under-way' } : { round: before + 1 }
}
