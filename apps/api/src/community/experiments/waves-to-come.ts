import type { Database } from '@chorus/db/database'
import { listProgrammes, type ProgrammeRow } from '@chorus/db/stores/programmes'
import { listUnpublishedWaves } from '@chorus/db/stores/waves'
import { nextWaves } from '@chorus/rhythm/next-waves'
import { releasesReader } from '../../stages/report/releases-reader.ts'
import type { AwaitedClose } from './experiment-state.ts'

/** So many waves of a rhythm are looked at: of a weekly one more than half a year. */
const wavesAhead = 30

/** Days on which waves close that were opened and are not published, oldest first. */
export async function awaitedCloses(
  { office }: Pick<Database, 'office'>,
  organisation: string,
): Promise<AwaitedClose[]> {
  const waves = await listUnpublishedWaves(office, organisation)
  return waves.map(({ label, closesAt, programme }) => ({ label, day: isoDay(closesAt), programme }))
}

/** The programme whose waves tell what comes of an experiment that is planned now; null before the first one. */
export async function programmeNow(
  { office, reporter }: Pick<Database, 'office' | 'reporter'>,
  organisation: string,
): Promise<ProgrammeRow | null> {
  const [programmes, releases] = await Promise.all([
    listProgrammes(office, organisation),
    releasesReader(reporter)(organisation),
  ])
  const newest = releases.at(-1)?.programme
  return programmes.find(({ id }) => id === newest) ?? programmes[0] ?? null
}

/** Days on which waves of a programme close, as far as that is known. */
export function closesAhead(
  { id, rhythm }: ProgrammeRow,
  awaited: readonly AwaitedClose[],
  now: Date,
): { label: string; day: string }[] {
  const open = awaited.filter(({ programme }) => programme === id)
  const planned = rhythm ? nextWaves(rhythm, now, wavesAhead) : []
  return [
    ...open.map(({ label, day }) => ({ label, day })),
    ...planned.map(({ occurrence, closesAt }) => ({ label: occurrence, day: isoDay(closesAt) })),
  ]
}

export function isoDay(moment: Date): string {
  return moment.toISOString().slice(0, 'yyyy-mm-dd'.length)
}
