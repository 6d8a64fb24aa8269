import { err, ok, type Result } from '@chorus/basics/result'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import type { Database } from '@chorus/db/database'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import {
  type MailRounds,
  orderForLastGroups,
  orderForRoster,
  orderRefusedAgain,
  type Spread,
} from '@chorus/db/stores/mailings'
import type { WaveRow } from '@chorus/db/stores/waves'
import { VaultError } from '../vault/vault.ts'
import type { ReminderMarks } from './reminder-marks.ts'
import { freshenReminders } from './reminders.ts'

/** More than two, and people stop reading; chasing is not what makes a voice honest. */
export const mostReminders = 2

/** `refused`: invitations again that a mail server refused. `results`: that a published wave can be read. */
export type OrderKind = 'invitation' | 'reminder' | 'refused' | 'results'

export type OrderRefused =
  | { code: 'wave-not-open' }
  | { code: 'wave-not-published' }
  | { code: 'results-not-mailed' }
  | { code: 'already-invited' }
  | { code: 'already-told' }
  | { code: 'not-invited-yet' }
  | { code: 'mails-under-way' }
  | { code: 'no-more-reminders' }

/**
 * The one way in which mails of a wave are ordered: one for everybody on its roster, and one for nobody else. People who answer with a
 * sheet of paper are not invited by mail, and told of results like all. Ordering twice changes nothing, and says so. Each mail
 * leaves at a random moment of its own, drawn here for everybody alike.
 * @param spreadMinutes in place of the organisation's own setting
 * @throws VaultError when nobody can tell who wants no mails, and one of those is asked for
 */
export async function orderMailsOfWave(
  database: Database,
  marks: ReminderMarks,
  wave: WaveRow,
  kind: OrderKind,
  now: Date,
  spreadMinutes?: number,
): Promise<Result<{ people: number }, OrderRefused>> {
  const { office, issuer, mailer } = database
  const refusal = refusedBecause(wave, kind, now)
  if (refusal !== null) return err({ code: refusal })
  const settings = (await readMailSettings(office, wave.organisation)) ?? usualMailSettings
  if (kind === 'results' && !settings.results) return err({ code: 'results-not-mailed' })
  try {
    await freshenReminders({ mailer, marks }, wave.organisation)
  } catch (error) {
    // Invitations go to everybody: they can do without that key.
    if (!(error instanceof VaultError) || kind === 'reminder' || kind === 'results') throw error
  }
  const key = { organisation: wave.organisation, wave: wave.id }
  const spread = spreadOf(wave, kind, now, spreadMinutes ?? settings.spreadMinutes)
  if (kind === 'refused') return ok({ people: await orderRefusedAgain(office, key, spread) })
  const ordered =
    kind === 'results'
      ? await orderForLastGroups(office, key, { kind, spread }, mayTell)
      : await orderForRoster(issuer, key, { kind, spread }, kind === 'invitation' ? mayInvite : mayRemind)
  return 'refused' in ordered ? err({ code: ordered.refused }) : ok(ordered)
}

function refusedBecause(wave: WaveRow, kind: OrderKind, now: Date): OrderRefused['code'] | null {
  if (kind === 'results') return wave.stage === 'published' ? null : 'wave-not-published'
  return wave.stage === 'open' && wave.closesAt > now ? null : 'wave-not-open'
}

function spreadOf(wave: WaveRow, kind: OrderKind, now: Date, minutes: number): Spread {
  const untilClose = (wave.closesAt.getTime() - now.getTime()) / 1000
  return { from: now, seconds: kind === 'results' ? minutes * 60 : Math.min(minutes * 60, untilClose) }
}

type Decided = { round: number } | { refused: OrderRefused['code'] }

function mayInvite({ mailings }: MailRounds): Decided {
  return mailings.some(({ kind }) => kind === 'invitation') ? { refused: 'already-invited' } : { round: 1 }
}

function mayRemind({ mailings, left }: MailRounds): Decided {
  if (!mailings.some(({ kind }) => kind === 'invitation')) return { refused: 'not-invited-yet' }
  const before = mailings.filter(({ kind }) => kind === 'reminder').length
  if (before >= mostReminders) return { refused: 'no-more-reminders' }
  return left.invitation + left.reminder > 0 ? { refused: 'mails-under-way' } : { round: before + 1 }
}

/** Whoever was invited by mail is told by mail; where posters and links invited, nobody expects one. */
function mayTell({ mailings }: MailRounds): Decided {
  if (!mailings.some(({ kind }) => kind === 'invitation')) return { refused: 'not-invited-yet' }
  return mailings.some(({ kind }) => kind === 'results') ? { refused: 'already-told' } : { round: 1 }
}
