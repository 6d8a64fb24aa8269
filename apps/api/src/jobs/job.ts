import { organisationId, programmeId, waveId } from '@chorus/contracts/ids'
import { z } from 'zod'
import type { Parts } from '../parts.ts'
import type { CloseMoment } from '../stages/seal/seal-wave.ts'

/** What jobs are done with. */
export type JobParts = Pick<Parts, 'database' | 'vault' | 'now' | 'marks' | 'mail' | 'report'> & {
  /** Moments of a close, and the one after publishing, at which a test may end the process. */
  readonly at?: (moment: CloseMoment | 'published') => Promise<void>
}

const ofWave = { organisation: organisationId, programme: programmeId, wave: waveId }

/** A job as it waits in the queue: ids of an organisation, a programme and a wave, and nothing of people. */
export const job = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('open'),
    organisation: organisationId,
    programme: programmeId,
    occurrence: z.iso.date(),
  }),
  z.object({ kind: z.literal('mail'), ...ofWave }),
  z.object({ kind: z.literal('remind'), ...ofWave }),
  z.object({ kind: z.literal('close'), ...ofWave }),
  z.object({ kind: z.literal('seal'), ...ofWave }),
  z.object({ kind: z.literal('publish'), ...ofWave }),
  z.object({ kind: z.literal('tell'), ...ofWave }),
  z.object({ kind: z.literal('daily'), organisation: organisationId }),
])
export type Job = z.infer<typeof job>
export type JobOf<Kind extends Job['kind']> = Extract<Job, { kind: Kind }>

/** What a job is about: a wave; of an opening the programme, of daily work the organisation. */
export function subjectOf(one: Job): string {
  if (one.kind === 'open') return one.programme
  return one.kind === 'daily' ? one.organisation : one.wave
}
