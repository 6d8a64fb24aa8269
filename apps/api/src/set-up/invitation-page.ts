import { createHash } from 'node:crypto'
import { nextWaves } from '@chorus/rhythm/next-waves'
import { openedAtOnce } from '@chorus/rhythm/opened-at-once'
import { invitationMail } from '../mail/invitation-mail.ts'
import type { CompleteDraft } from './complete-draft.ts'

/** The mail that everybody gets when the first wave opens, by the code that writes it; its links lead nowhere. */
export function invitationPage(
  draft: CompleteDraft,
  reader: { organisation: string; language: string; address: string; now: Date },
): string {
  const { closesAt, day } = firstWave(draft, reader.now)
  const nowhere = `${reader.address}/sign-in`
  return invitationMail({
    kind: 'invitation',
    to: '',
    language: reader.language,
    organisation: reader.organisation,
    label: day,
    closesAt,
    zone: draft.rhythm.zone,
    k: draft.policy.k,
    remindersTo: draft.policy.reminders ?? 'everybody',
    // The real one is made when the wave opens.
    fingerprint: createHash('sha256').update(draft.name).digest('hex'),
    link: nowhere,
    unsubscribe: nowhere,
    signInAt: nowhere,
  }).html
}

/** While paused, as if it opened now. */
export function firstWave({ rhythm }: CompleteDraft, now: Date): { day: string; closesAt: Date } {
  const [first] = nextWaves(rhythm, now, 1)
  return first ? { day: first.occurrence, closesAt: first.closesAt } : openedAtOnce(rhythm, now)
}
