import type { Cell, MeasureFigures, Release, ReleasedWave } from '@chorus/contracts/publish'
import { type Block, blocksOf, type Measure } from '@chorus/instruments/score'
import { favourableFrom } from '@chorus/psychometrics/favourable-share'
import { thresholdsOf } from './policy.ts'

/** What a wave was asked, decided and filed under. */
type Frame = Pick<Release, 'instrument' | 'policy' | 'units'>

/** A wave whose cells are read when their turn has come, so that they need not all be in memory. */
export type SnapshotWave = Frame & {
  readonly id: string
  read(): ReleasedWave | Promise<ReleasedWave>
}

/**
 * Everything that can be shown of some waves, in the form that outside attackers read (climate-snapshot-audit/1), cell by
 * cell. Items of a block that not all people of the cells answered have fewer people: they stand in cells of
 * their own ("block"). The format knows one answer range, one tree and one k: `ranges` adds the items that differ;
 * `units` and `k` are those of `newest`, and a wave that had others carries them itself. Beside the figures of the format stand the
 * word for agreement and, per wave, the typical spread that intervals were made with. What is only known at the end, the
 * categories of the cuts, stands at the end.
 */
export async function* snapshotJson(newest: Frame, waves: readonly SnapshotWave[]): AsyncGenerator<string> {
  const ranges = rangesOf([newest, ...waves])
  const [first] = ranges
  const head = {
    format: 'climate-snapshot-audit/1',
    ...rulesOf(newest),
    scale: [Math.min(...ranges.map((range) => range.min)), Math.max(...ranges.map((range) => range.max))],
    favourableFrom: favourableFrom(first ?? { min: 1, max: 7 }),
    items: ranges.map((range) => range.id),
    ranges: Object.fromEntries(
      ranges.map((range) => [
        range.id,
        { lo: range.min, hi: range.max, favourableFrom: favourableFrom(range) },
      ]),
    ),
    units: treeOf(newest),
    waves: waves.map((wave) => ({ id: wave.id, ...differing(newest, wave) })),
  }
  const categories = new Map<string, Set<string>>()
  const spread: Record<string, Record<string, number>> = {}
  yield `${JSON.stringify(head).slice(0, -1)},"cells":[`
  let separator = '\n'
  for (const frame of waves) {
    const wave = await frame.read()
    spread[wave.id] = wave.organisation.spread
    for (const { cut } of wave.cells)
      for (const [name, category] of Object.entries(cut))
        categories.set(name, (categories.get(name) ?? new Set()).add(category))
    for (const cell of cellsOf(frame, wave)) {
      yield separator + JSON.stringify(cell)
      separator = ',\n'
    }
  }
  const cuts = Object.fromEntries([...categories].map(([name, all]) => [name, [...all].sort()]))
  yield `\n],"cuts":${JSON.stringify(cuts)},"spread":${JSON.stringify(spread)}}\n`
}

/** Every measure that was asked in any wave, once. */
function rangesOf(frames: readonly Frame[]): Measure[] {
  const measures = frames.flatMap(({ instrument }) =>
    blocksOf(instrument.scales).flatMap((block) => block.measures),
  )
  return [...new Map(measures.map((measure) => [measure.id, measure])).values()]
}

function rulesOf({ policy }: Frame): object {
  const { cell: mean, favourable: fav, detail } = thresholdsOf(policy)
  return { k: policy.k, thresholds: { mean, fav, hist: detail, sd: detail } }
}

function treeOf({ units }: Frame): object[] {
  return units.map(({ id, parent }) => ({ id, parent }))
}

function differing(newest: Frame, wave: Frame): object {
  const sameRules = wave.policy.k === newest.policy.k
  const sameTree = JSON.stringify(treeOf(wave)) === JSON.stringify(treeOf(newest))
  return { ...(sameRules ? {} : rulesOf(wave)), ...(sameTree ? {} : { units: treeOf(wave) }) }
}

function* cellsOf({ instrument, units }: Frame, wave: ReleasedWave): Generator<object> {
  const parentOf = new Map(units.map((unit) => [unit.id, unit.parent]))
  const blocks = blocksOf(instrument.scales)
  const skipped = new Set(wave.organisation.skipped)
  const apart = blocks.filter((block) => skipped.has(block.id))
  const together = blocks.filter((block) => !skipped.has(block.id))
  const sets: [name: string | null, members: readonly Block[]][] = [
    [null, together],
    ...apart.map((block): [string, Block[]] => [block.id, [block]]),
  ]
  for (const [set, members] of sets) {
    const ids = new Set(members.flatMap((block) => block.measures.map((measure) => measure.id)))
    for (const cell of wave.cells) yield snapshotCell(wave, cell, set, ids, parentOf.get(cell.unit) ?? null)
  }
}

function snapshotCell(
  wave: ReleasedWave,
  cell: Cell,
  block: string | null,
  ids: ReadonlySet<string>,
  parent: string | null,
): object {
  const figures = cell.measures.filter((one) => ids.has(one.id))
  const published =
    block === null ? cell.status === 'published' : figures.some((one) => one.status === 'published')
  return {
    id: idOf(wave, cell.unit, cell.cut, block),
    wave: wave.id,
    unit: cell.unit,
    scope: 'all',
    cut: cell.cut,
    ...(block === null ? {} : { block }),
    parents: [
      ...(parent === null ? [] : [idOf(wave, parent, cell.cut, block)]),
      ...Object.keys(cell.cut).map((name) => idOf(wave, cell.unit, without(cell.cut, name), block)),
    ],
    status: published ? 'published' : 'suppressed',
    reason: published ? null : 'protected',
    n: published ? (block === null ? cell.n : (figures[0]?.n ?? null)) : null,
    ...(block === null ? { invited: cell.invited, responseRate: cell.responseRate } : {}),
    items: published ? Object.fromEntries(figures.map((one) => [one.id, statisticsOf(one)])) : null,
  }
}

function idOf(wave: ReleasedWave, unit: string, cut: Cell['cut'], block: string | null): string {
  const names = Object.entries(cut)
  return JSON.stringify([
    wave.id,
    unit,
    ...(names.length === 0 ? [] : [cut]),
    ...(block === null ? [] : [block]),
  ])
}

function without(cut: Cell['cut'], name: string): Cell['cut'] {
  return Object.fromEntries(Object.entries(cut).filter(([other]) => other !== name))
}

function statisticsOf({ mean, favourable, answers, sd, agreement }: MeasureFigures): object {
  return { mean, fav: favourable, hist: answers, sd, agreement }
}
