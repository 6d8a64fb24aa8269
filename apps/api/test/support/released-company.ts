import { randomUUID } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { policyInput } from '@chorus/contracts/policy'
import type { Cell, ReleasedWave } from '@chorus/contracts/publish'
import { canonicalCut } from '@chorus/db/canonical-cut'
import { wave } from '@chorus/db/schema/collect'
import { release, releaseCell } from '@chorus/db/schema/publish'
import { createProgramme } from '@chorus/db/stores/programmes'
import { defaultInstrument } from '@chorus/instruments/default-instrument'
import { FaultList } from '../../src/csv/fault-list.ts'
import { SeededRandom } from '../../src/demo/seeded-random.ts'
import { publishWaves } from '../../src/summarize/publish-waves.ts'
import { readResponses } from '../../src/summarize/read-responses.ts'
import { type RunningApp, runApp } from './running-app.ts'

/** Two divisions of two teams; one team has five people too few, two have names that a spreadsheet might run. */
const units = [
  { id: 'top', parent: null, name: 'Top', people: 0 },
  { id: 'left', parent: 'top', name: 'Left', people: 0 },
  { id: 'right', parent: 'top', name: 'Right', people: 0 },
  { id: 'red', parent: 'left', name: '=HYPERLINK("http://x","Red")', people: 40 },
  { id: 'blue', parent: 'left', name: 'Blue;@SUM(1;2), "quoted"', people: 16 },
  { id: 'tiny', parent: 'left', name: 'Tiny', people: 4 },
  { id: 'green', parent: 'right', name: 'Green', people: 34 },
  { id: 'grey', parent: 'right', name: 'Grey', people: 20 },
]
type Unit = {
  readonly id: string
  readonly parent: string | null
  readonly name: string
  readonly people: number
}
const days = ['2026-01-05', '2026-02-02']
const scales = defaultInstrument.scales.filter(({ id, role }) => role !== 'rotating' || id === 'standards')
const instrument = { ...defaultInstrument, scales: scales.filter(({ fromWave = 1 }) => fromWave === 1) }
const policy = policyInput.parse({})

export type ReleasedCompany = RunningApp & {
  readonly programme: string
  readonly waves: readonly ReleasedWave[]
}

/** More teams below Right than the few of every company, and what is done to a wave before it is stored. */
export type OtherwiseReleased = {
  readonly moreTeams?: readonly Unit[]
  readonly alter?: (wave: ReleasedWave) => ReleasedWave
}

/**
 * The app with waves that were published as `summarize` publishes them, without anybody having answered over HTTP.
 * `hr@`, `auditor@`, `left@` (leads Left), `green@` (leads Green) and `somebody@test.example` can sign in.
 */
export async function releasedCompany(
  count: 1 | 2 = 2,
  { moreTeams = [], alter = (wave) => wave }: OtherwiseReleased = {},
): Promise<ReleasedCompany> {
  const all: readonly Unit[] = [...units, ...moreTeams]
  const tree = all.map(({ id, parent, name }) => ({ id, parent, name }))
  const running = await runApp({ units: unitFile(all), people })
  const { office, closer } = running.database
  const { organisation } = running
  const { id: programme } = await createProgramme(office, organisation, { name: 'Pulse', instrument, policy })
  const waves = (await publishedWaves(all, days.slice(0, count))).map(alter)
  for (const [at, published] of waves.entries()) {
    const key = { organisation, wave: published.id }
    const shared = {
      programme,
      number: at + 1,
      label: `Wave ${at + 1}`,
      closedOn: days[at] ?? '',
      units: tree,
    }
    const time = new Date(shared.closedOn)
    await office.insert(wave).values({
      ...shared,
      organisation,
      id: key.wave,
      stage: 'published',
      opensAt: time,
      closesAt: time,
      manifest: '{}',
      fingerprint: '',
    })
    const { cells, organisation: summary } = published
    await closer.insert(release).values({ ...key, ...shared, instrument, policy, summary })
    await closer
      .insert(releaseCell)
      .values(cells.map((cell) => ({ ...key, unit: cell.unit, cut: canonicalCut(cell.cut), cell })))
  }
  return { ...running, programme, waves }
}

async function publishedWaves(
  units: readonly Unit[],
  days: readonly string[],
): Promise<readonly ReleasedWave[]> {
  const rows = units.map(({ id, parent, name }, at) => ({ id, parent, name, line: at + 2 }))
  const ids = new Map(days.map((day) => [day, randomUUID()]))
  const faults = new FaultList()
  const source = [Buffer.from(responses(units, days))]
  const counted = await readResponses(source, 'responses.csv', { instrument, units: rows, policy }, faults)
  const invitedTo = units.map(({ id, people }) => ({ unit: id, cut: {}, people: people + 4 }))
  const invited = new Map(days.map((day) => [day, invitedTo]))
  const published = publishWaves({ instrument, units: rows, policy, counted, invited, stayed: null })
  if (!published.ok) throw new Error(published.error.code)
  return published.value.waves.map((one) => ({
    ...one,
    id: idOf(ids, one.id),
    cells: [...one.cells, ...one.cells.flatMap(asCut)].map((cell) => sinceStored(cell, ids)),
  }))
}

/** Files name waves by their day, the database by ids of its own. */
function idOf(ids: ReadonlyMap<string, string>, day: string): string {
  return present(ids.get(day), 'the id of a wave')
}

function sinceStored(cell: Cell, ids: ReadonlyMap<string, string>): Cell {
  return {
    ...cell,
    measures: cell.measures.map((one) => ({
      ...one,
      change: one.change && { ...one.change, since: idOf(ids, one.change.since) },
    })),
  }
}

/** Red once more as if it were one category of a cut: to publish real cuts takes too long for a test that is about files. */
function asCut(cell: Cell): Cell[] {
  return cell.unit === 'red' ? [{ ...cell, cut: { tenure: 'longer' } }] : []
}

/** Green falls by a point in the last wave; everybody else says about the same each time. */
function responses(units: readonly Unit[], days: readonly string[]): string {
  const random = new SeededRandom('released company')
  const items = instrument.scales.flatMap((scale) => scale.items)
  const lines = days.flatMap((day, at) =>
    units.flatMap(({ id, people }) =>
      Array.from({ length: people }, () => {
        const level = (id === 'green' && at === 1 ? 3.6 : 5) + (random.uniform() - 0.5) * 2
        const answers = items.map(({ reversed }) => {
          const answer = Math.min(7, Math.max(1, Math.round(level + (random.uniform() - 0.5) * 2)))
          return reversed ? 8 - answer : answer
        })
        return [day, id, ...answers].join(',')
      }),
    ),
  )
  return [['wave', 'unit_id', ...items.map(({ id }) => id)].join(','), ...lines].join('\n')
}

function unitFile(units: readonly Unit[]): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`
  return [
    'unit_id,parent_id,name',
    ...units.map(({ id, parent, name }) => `${id},${parent ?? ''},${quoted(name)}`),
  ].join('\n')
}

const people = [
  'person_id,name,email,unit_id,role,manages',
  'hr,Hanna HR,hr@test.example,top,hr,',
  'auditor,Anton Auditor,auditor@test.example,top,auditor,',
  'left,Lena Left,left@test.example,left,,left',
  'green,Greta Green,green@test.example,green,,green',
  'somebody,Sam Somebody,somebody@test.example,red,,',
].join('\n')
