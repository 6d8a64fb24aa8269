import { type JobsAnswer, jobsAnswer } from '@chorus/contracts/jobs'
import { listPlannedWaves } from '@chorus/db/stores/planned-waves'
import { listProgrammes, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { listJobs } from '@chorus/db/stores/wave-jobs'
import { listUnpublishedWaves, listWaveStages } from '@chorus/db/stores/waves'
import { labelOfOccurrence } from '@chorus/rhythm/label-of-occurrence'
import { nextWaves } from '@chorus/rhythm/next-waves'
import type { JobParts } from './job.ts'

/** Of each programme so many waves that are to come are shown. */
const shownAhead = 3
/** Half a year of a weekly programme beside a monthly one. */
const shownBack = 32

/** What is planned, under way, in trouble and done in an organisation: nothing of answers, nor of people. */
export async function describeJobs(
  { database: { office }, now }: Pick<JobParts, 'database' | 'now'>,
  organisation: string,
): Promise<JobsAnswer> {
  const programmes = new Map((await listProgrammes(office, organisation)).map((row) => [row.id, row]))
  const unpublished = await listUnpublishedWaves(office, organisation)
  const account = await listPlannedWaves(office, organisation, shownBack)
  const begun = await listJobs(office, organisation)
  const known = [...account.flatMap(({ wave }) => wave ?? []), ...begun.map(({ subject }) => subject)]
  const waves = new Map((await listWaveStages(office, organisation, known)).map((row) => [row.id, row]))
  const named = (id: string | undefined) => {
    const row = id === undefined ? undefined : programmes.get(id)
    return row === undefined ? null : { id: row.id, name: row.name, zone: row.rhythm?.zone ?? null }
  }
  return jobsAnswer.parse({
    next: [...programmes.values()].flatMap((row) => comingWaves(row, now())).sort(bySoonest),
    underWay: unpublished.map(({ programme, id, label, stage, closesAt }) => ({
      programme: named(programme),
      wave: id,
      label,
      stage,
      closesAt: closesAt.toISOString(),
      publishesItself: (programmes.get(programme)?.rhythm ?? null) !== null,
    })),
    troubles: begun.flatMap(({ kind, subject, trouble: code, begunAt, tries }) => {
      if (code === null) return []
      const wave = waves.get(subject)
      const programme = named(wave?.programme ?? subject)
      return [
        { kind, subject, programme, label: wave?.label ?? null, code, since: begunAt.toISOString(), tries },
      ]
    }),
    account: account.map(({ programme, occurrence, opensAt, state, reason, wave }) => {
      const became = wave === null ? undefined : waves.get(wave)
      const every = programmes.get(programme)?.rhythm?.every
      return {
        programme: named(programme),
        occurrence,
        label: became?.label ?? (every === undefined ? occurrence : labelOfOccurrence(occurrence, every)),
        opensAt: opensAt.toISOString(),
        state,
        reason,
        stage: became?.stage ?? null,
      }
    }),
  })
}

function comingWaves({ id, name, rhythm }: ProgrammeRow, now: Date) {
  if (rhythm === null) return []
  return nextWaves(rhythm, now, shownAhead).map(({ occurrence, opensAt, closesAt }) => ({
    programme: { id, name, zone: rhythm.zone },
    occurrence,
    label: labelOfOccurrence(occurrence, rhythm.every),
    opensAt: opensAt.toISOString(),
    closesAt: closesAt.toISOString(),
  }))
}

function bySoonest(one: { opensAt: string }, other: { opensAt: string }): number {
  return one.opensAt < other.opensAt ? -1 : 1
}
