import { waveId } from '@chorus/contracts/ids'
import { findPlannedWave } from '@chorus/db/stores/planned-waves'
import { findProgramme } from '@chorus/db/stores/programmes'
import { findWave } from '@chorus/db/stores/waves'
import { labelOfOccurrence } from '@chorus/rhythm/label-of-occurrence'
import { openWave } from '../stages/collect/open-wave.ts'
import type { Done } from './done.ts'
import type { JobOf, JobParts } from './job.ts'
import { JobFailed } from './job-failed.ts'
import { latestOpening } from './latest-opening.ts'

/** Opens an occurrence as a wave that closes when it was planned to, also where it opens late. */
export async function openPlannedWave(
  { database: { office }, vault, mail, now }: JobParts,
  job: JobOf<'open'>,
  again: boolean,
): Promise<Done> {
  const { organisation } = job
  const programme = await findProgramme(office, organisation, job.programme)
  const before = await findPlannedWave(office, job)
  if (!programme?.rhythm || programme.rhythm.paused || !before) return {}
  const label = labelOfOccurrence(job.occurrence, programme.rhythm.every)
  if (before.state === 'due') {
    if (now() > latestOpening(before)) return {}
    const opened = await openWave(
      { office, vault },
      programme,
      { label, closes: before.closesAt.toISOString() },
      now(),
      job.occurrence,
    )
    if (!opened.ok) throw new JobFailed(opened.error.code)
  } else if (!again) return {}

  const account = await findPlannedWave(office, job)
  const wave = account?.wave && (await findWave(office, organisation, account.wave))
  if (!wave) return {}
  const ids = { organisation, programme: job.programme, wave: waveId.parse(wave.id) }
  return {
    event: { action: 'wave opened', subject: `${programme.name}, ${wave.label}` },
    next: mail === null ? [] : [{ kind: 'mail', ...ids }],
  }
}
