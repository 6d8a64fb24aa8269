import { z } from 'zod'
import { programmeId, waveId } from './ids.ts'
import { localisedText } from './instrument.ts'
import { instrumentChoice } from './instruments.ts'
import { policy, policyInput, reminderRule } from './policy.ts'

export const waveStage = z.enum(['open', 'sealed', 'published'])
export type WaveStage = z.infer<typeof waveStage>

/**
 * Participation of an open wave: a total, as a band, taken once a day, so that looking twice
 * never shows whose answer came in between. After the close the total is final.
 */
export const participation = z.object({
  invited: z.int(),
  band: z.enum(['below 50 %', '50-64 %', '65-79 %', '80 % and more']).nullable(),
  asOf: z.iso.date(),
})
export type Participation = z.infer<typeof participation>

export const wave = z.object({
  id: waveId,
  label: z.string(),
  stage: waveStage,
  opens: z.iso.datetime(),
  closes: z.iso.datetime(),
  fingerprint: z.string(),
  participation,
  /** Copies of its keys that the audit trail knows of and nobody has destroyed yet: after the close they must be. */
  keyCopies: z.int().min(0),
})
export type Wave = z.infer<typeof wave>

export const programme = z.object({
  id: programmeId,
  name: z.string(),
  instrument: z.object({ id: z.string(), name: z.union([z.string(), localisedText]) }),
  policy,
  waves: z.array(wave),
  /** Waves of another tool, newest first. */
  imported: z.array(z.object({ id: waveId, label: z.string(), closed: z.iso.date() })),
})
export type Programme = z.infer<typeof programme>

export const programmes = z.object({ programmes: z.array(programme) })

/** `POST /api/programmes`, HR: asks what Chorus brings, if no questionnaire of one's own is chosen. */
export const createProgrammeRequest = z
  .object({
    name: z.string().trim().min(1).max(200),
    policy: policyInput.optional(),
    instrument: instrumentChoice.optional(),
  })
  .strict()

/** `PUT /api/programmes/{programme}/instrument`, HR: what is asked from the next wave on. */
export const changeInstrumentRequest = z.object({ instrument: instrumentChoice }).strict()

/** `PUT /api/programmes/{programme}/reminders`, HR: who gets reminders, from the next wave on. */
export const reminderRuleRequest = z.object({ reminders: reminderRule }).strict()

/** `POST /api/programmes/{programme}/waves`, HR. The label is what people see, for example "Spring 2026". */
export const openWaveRequest = z
  .object({ label: z.string().trim().min(1).max(100), closes: z.iso.datetime() })
  .strict()
export type OpenWaveRequest = z.infer<typeof openWaveRequest>

/** `GET /api/programmes/{programme}/cohorts`, HR: the groups that answers would be filed under, before opening. */
export const cohortPreview = z.object({
  cohorts: z.array(z.object({ label: z.string(), size: z.int(), units: z.array(z.string()) })),
})
