import type { JobKind } from '@chorus/contracts/jobs'
import type { Office } from '@chorus/db/database'
import { listDueWaves } from '@chorus/db/stores/planned-waves'
import { listJobs } from '@chorus/db/stores/wave-jobs'
import { findWave } from '@chorus/db/stores/waves'
import { type Job, job } from './job.ts'

/** The job of an organisation that is in trouble, as it stands in the queue; null where it is over. */
export async function jobInTrouble(
  office: Office,
  organisation: string,
  { kind, subject }: { kind: JobKind; subject: string },
): Promise<Job | null> {
  const begun = await listJobs(office, organisation)
  const inTrouble = begun.some((row) => row.kind === kind && row.subject === subject && row.trouble !== null)
  if (!inTrouble) return null
  if (kind === 'daily') return job.parse({ kind, organisation })
  if (kind === 'open') {
    const due = (await listDueWaves(office, { organisation, programme: subject })).at(-1)
    return due === undefined
      ? null
      : job.parse({ kind, organisation, programme: subject, occurrence: due.occurrence })
  }
  const wave = await findWave(office, organisation, subject)
  return wave === null ? null : job.parse({ kind, organisation, programme: wave.programme, wave: wave.id })
}
