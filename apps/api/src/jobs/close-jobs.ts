import { findProgramme } from '@chorus/db/stores/programmes'
import { findWave, type WaveRow } from '@chorus/db/stores/waves'
import { publishRelease } from '../stages/publish/publish-release.ts'
import { tellOfResults } from '../stages/publish/tell-of-results.ts'
import { closedSubject } from '../stages/seal/closed-subject.ts'
import { sealWave } from '../stages/seal/seal-wave.ts'
import { chorusItself } from './chorus-itself.ts'
import type { Done } from './done.ts'
import type { JobOf, JobParts } from './job.ts'
import { JobFailed } from './job-failed.ts'

/** Closes a wave whose time has come, and seals it; where the programme has a rhythm it is published next. */
export async function closeDueWave(parts: JobParts, job: JobOf<'close'>, again: boolean): Promise<Done> {
  const wave = await waveOf(parts, job)
  if (wave === null || (wave.stage !== 'open' && !again)) return {}
  await seal(parts, job)
  const sealed = await waveOf(parts, job)
  const programme = await findProgramme(parts.database.office, job.organisation, job.programme)
  return {
    event: { action: 'wave closed', subject: closedSubject(sealed ?? wave) },
    next: programme?.rhythm ? [{ ...job, kind: 'publish' }] : [],
  }
}

/** Does what is left of a close that was interrupted after its transaction. */
export async function sealRest(parts: JobParts, job: JobOf<'seal'>): Promise<Done> {
  const wave = await waveOf(parts, job)
  if (wave !== null && wave.stage !== 'open') await seal(parts, job)
  return {}
}

export async function publishSealedWave(
  parts: JobParts,
  job: JobOf<'publish'>,
  again: boolean,
): Promise<Done> {
  const wave = await waveOf(parts, job)
  if (wave === null || (wave.stage === 'published' && !again)) return {}
  if (wave.stage !== 'published') {
    // Old boxes open for nobody before anything is shown.
    await seal(parts, job)
    const published = await publishRelease(parts.database, wave, { tellFrom: parts.now() })
    if (!published.ok) throw new JobFailed(published.error.code)
    await parts.at?.('published')
  }
  // People are to be told, and the next wave may wait for this.
  return { event: { action: 'wave published', subject: wave.label }, next: 'plan' }
}

/** Says that results are out, where whoever published did not come to it. */
export async function tellOfPublishedWave(parts: JobParts, job: JobOf<'tell'>): Promise<Done> {
  const { database, marks, mail, now } = parts
  const wave = await waveOf(parts, job)
  if (wave === null) return {}
  await tellOfResults({ database, marks: mail && marks }, wave, chorusItself, now())
  mail?.wake()
  return {}
}

async function waveOf({ database }: JobParts, { organisation, wave }: WaveOfJob): Promise<WaveRow | null> {
  return findWave(database.office, organisation, wave)
}

async function seal(parts: JobParts, { organisation, wave }: WaveOfJob): Promise<void> {
  const sealed = await sealWave(parts, { organisation, wave }, parts.now(), parts.at)
  if (!sealed.ok) throw new JobFailed(sealed.error.code)
}

type WaveOfJob = { readonly organisation: string; readonly wave: string }
