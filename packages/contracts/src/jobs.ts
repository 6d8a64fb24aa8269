import { z } from 'zod'
import { programmeId, waveId } from './ids.ts'
import { problemCode } from './problems.ts'
import { waveStage } from './programme.ts'

/**
 * What Chorus does by itself. `seal` does what is left of a close that was interrupted; `tell` says that results are out; `daily` is the
 * organisation's daily work.
 */
export const jobKind = z.enum(['open', 'mail', 'remind', 'close', 'seal', 'publish', 'tell', 'daily'])
export type JobKind = z.infer<typeof jobKind>

/** Why an occurrence was left out: the server was away, the rhythm was paused, or the refusal that its opening met. */
export const skipReason = z.union([z.enum(['server-away', 'paused']), problemCode])
export type SkipReason = z.infer<typeof skipReason>

const programmeOfJob = z.object({
  id: programmeId,
  name: z.string(),
  /** Of its rhythm; null where its waves are opened by hand. */
  zone: z.string().nullable(),
})

/** `GET /api/jobs`, HR, administrators and auditors: what is planned, under way, in trouble and done. No count of answers. */
export const jobsAnswer = z.object({
  /** The next waves that open by themselves, soonest first. */
  next: z.array(
    z.object({
      programme: programmeOfJob,
      occurrence: z.iso.date(),
      label: z.string(),
      opensAt: z.iso.datetime(),
      closesAt: z.iso.datetime(),
    }),
  ),
  /** Waves that are not published yet. */
  underWay: z.array(
    z.object({
      programme: programmeOfJob,
      wave: waveId,
      label: z.string(),
      stage: waveStage,
      closesAt: z.iso.datetime(),
      /** Whether it is published by itself, or by a person. */
      publishesItself: z.boolean(),
    }),
  ),
  troubles: z.array(
    z.object({
      kind: jobKind,
      /** To name it by in `POST /api/jobs/again`. */
      subject: z.uuid(),
      programme: programmeOfJob.nullable(),
      label: z.string().nullable(),
      code: problemCode,
      since: z.iso.datetime(),
      tries: z.int(),
    }),
  ),
  /** The newest occurrences that came due, newest first: each was opened once, or left out for a reason. */
  account: z.array(
    z.object({
      programme: programmeOfJob,
      occurrence: z.iso.date(),
      label: z.string(),
      opensAt: z.iso.datetime(),
      state: z.enum(['due', 'opened', 'skipped']),
      reason: skipReason.nullable(),
      /** Of the wave it became. */
      stage: waveStage.nullable(),
    }),
  ),
})
export type JobsAnswer = z.infer<typeof jobsAnswer>

/** `POST /api/jobs/again`, HR and administrators: try now what is in trouble, instead of waiting for the next try. */
export const tryAgainRequest = z.object({ kind: jobKind, subject: z.uuid() }).strict()
