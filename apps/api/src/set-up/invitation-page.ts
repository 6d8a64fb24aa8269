import { createHash } from 'node:crypto'
import { answeringMinutes } from '@chorus/instruments/answering-time'
import { scalesOfWave } from '@chorus/instruments/rotation'
import { labelOfOccurrence } from '@chorus/rhythm/label-of-occurrence'
import { nextWaves } from '@chorus/rhythm/next-waves'
import { openedAtOnce } from '@chorus/rhythm/opened-at-once'
import { invitationMail } from '../mail/invitation-mail.ts'
import type { CompleteDraft } from './complete-draft.ts'

/** The mail that everybody gets when the first wave opens, by the code that writes it; its links lead nowhere. */
export function invitationPage(
  draft: CompleteDraft,
  reader: { organisation: string; language: string; address: string; now: Date },
): string {
  const { closesAt, label } = firstWave(draft, reader.now)
  const nowhere = `${reader.address}/sign-in`
  return invitationMail({
    kind: 'invitation',
    to: '',
    language: reader.language,
    organisation: reader.organisation,
    label,
    closesAt,
    zone: draft.rhythm.zone,
    k: draft.policy.k,
    minutes: answeringMinutes(scalesOfWave(draft.instrument, 0, draft.rotation)),
    remindersTo: draft.policy.reminders ?? 'everybody',
    // The real one is made when the wave opens.
    fingerprint: createHash('sha256').update(draft.name).digest('hex'),
    link: nowhere,
    unsubscribe: nowhere,
    signInAt: nowhere,
  }).html
}

/** While paused, as if it opened now. */
export function firstWave({ rhythm }: CompleteDraft, now: Date): { label: string; closesAt: Date } {
  const [planned] = nextWaves(rhythm, now, 1)
  const { occurrence, closesAt } = planned ?? openedAtOnce(rhythm, now).wave
  return { label: labelOfOccurrence(occurrence, rhythm.every), closesAt }
}
