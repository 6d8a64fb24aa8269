import { randomUUID } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { EarlierWave } from '@chorus/anonymity/publish-input'
import { err, ok, type Result } from '@chorus/basics/result'
import type { Scale } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedWave } from '@chorus/contracts/publish'
import type { Closer, Office } from '@chorus/db/database'
import type { ImportedGroup, WaveToImport } from '@chorus/db/stores/imported-waves'
import type { ProgrammeRow } from '@chorus/db/stores/programmes'
import { listReleases } from '@chorus/db/stores/releases'
import { listWaves } from '@chorus/db/stores/waves'
import type { Faults } from '../csv/fault-list.ts'
import { earlierWave } from '../stages/publish/earlier-wave.ts'
import { publishInTurn } from '../summarize/publish-in-turn.ts'
import { placeAmongWaves } from './place-among-waves.ts'
import { type History, type HistoryFiles, readHistory } from './read-history.ts'

export type HistoryRefused =
  | { code: 'files-have-faults'; faults: Faults }
  | { code: 'wave-already-open' }
  | { code: 'history-among-waves' }
  | { code: 'history-asks-otherwise' }
  | { code: 'release-refused' }
  | { code: 'stopped' }

/** Waves of another tool, published and not yet written. */
export type PreparedHistory = {
  readonly history: History
  /** Oldest first. */
  readonly waves: readonly WaveToImport[]
  /** Ids of the programme's releases that the audit has seen. */
  readonly audited: readonly string[]
}

export type HistoryWork = {
  readonly now: Date
  /** Told after each wave how many are published. */
  readonly onWave?: (done: number, of: number) => void
  /** Looked at between waves: publishing one is not interrupted. */
  readonly isStopped?: () => boolean
}

/**
 * Reads the files and publishes their waves by the code of a live wave, without writing anything. The auditor attacks each together with all
 * that are out, those that closed later too: these cannot be changed any more, so the imported figures become coarser, and where that
 * does not help, nothing is imported.
 */
export async function prepareHistory(
  { office, closer }: { readonly office: Office; readonly closer: Closer },
  programme: ProgrammeRow,
  files: HistoryFiles,
  { now, onWave, isStopped = () => false }: HistoryWork,
): Promise<Result<PreparedHistory, HistoryRefused>> {
  const { organisation, id } = programme
  const own = await listWaves(office, organisation, id)
  if (own.some(({ stage }) => stage !== 'published')) return err({ code: 'wave-already-open' })
  const released = await listReleases(closer, organisation, id)
  const policy = withoutCuts(programme.policy)
  const read = await readHistory(files, {
    instrument: programme.instrument,
    policy,
    labels: new Set(released.map(({ label }) => label)),
    firstOpened: own[0] ? dayOf(own[0].opensAt) : null,
    today: dayOf(now),
  })
  if (!read.ok) return err({ code: 'files-have-faults', faults: read.error })
  const history = read.value
  const asked = new Set(programme.instrument.scales.map((scale) => scale.id))
  if (!history.counted.scales.some((scale) => asked.has(scale.id)))
    return err({ code: 'history-asks-otherwise' })
  const place = placeAmongWaves(
    released,
    history.waves.map(({ closed }) => closed),
  )
  if (!place.ok) return place

  const earlierWaves = async (headers: typeof released) => {
    const waves: EarlierWave[] = []
    for (const header of headers) waves.push(await earlierWave(closer, header))
    return waves
  }
  const named = history.waves.map((wave) => ({ ...wave, id: randomUUID() }))
  const publishing = publishInTurn({
    ...history,
    policy,
    waves: named,
    released: {
      before: await earlierWaves([...place.value.before]),
      after: await earlierWaves([...place.value.after]),
    },
  })
  const { id: questionnaire, name } = history.instrument
  onWave?.(0, named.length)
  const waves: WaveToImport[] = []
  for (const [index, wave] of named.entries()) {
    // Others are served between two waves, and whoever waits can stop.
    await nextTurn()
    if (isStopped()) return err({ code: 'stopped' })
    const { value: published } = publishing.next()
    if (!published?.ok) return err({ code: 'release-refused' })
    const { cells, organisation: summary } = published.value.wave
    waves.push({
      header: {
        organisation,
        wave: wave.id,
        programme: id,
        number: place.value.firstNumber + index,
        label: wave.label,
        source: 'imported',
        closedOn: wave.closed,
        instrument: {
          id: questionnaire,
          name,
          scales: scalesIn(published.value.wave, history.counted.scales),
        },
        policy,
        units: history.units.map(({ id: unit, parent, name: unitName }) => ({
          id: unit,
          parent,
          name: unitName,
        })),
        summary,
      },
      cells,
      groups: groupsOf(published.value.behind),
    })
    onWave?.(index + 1, named.length)
  }
  return ok({ history, waves, audited: released.map(({ wave }) => wave) })
}

/** Other tools know people of a unit and of a category together; live waves never do, so history comes by units alone. */
function withoutCuts({ k, commentK, cutK }: Policy): Policy {
  return { k, commentK, cutK, cuts: [], crossings: [] }
}

/** What the wave asked: a scale that nobody answered as a whole was left out when it was published. */
function scalesIn({ cells }: ReleasedWave, scales: readonly Scale[]): Scale[] {
  const measures = new Set(cells.flatMap((cell) => cell.measures.map((measure) => measure.id)))
  return scales.filter(({ items }) => items.some((item) => measures.has(item.id)))
}

function groupsOf({ blocks, groups }: EarlierWave['behind']): ImportedGroup[] {
  return groups
    .filter(({ respondents }) => respondents > 0)
    .map(({ unit, respondents, complete }) => ({
      unit,
      respondents,
      complete: Object.fromEntries(blocks.map((block, i) => [block.id, complete[i] ?? 0])),
    }))
}

function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10)
}
