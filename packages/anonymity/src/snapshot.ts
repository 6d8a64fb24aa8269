import type { Cell, MeasureFigures, Release, ReleasedWave } from '@chorus/contracts/publish'
import { type Block, blocksOf } from '@chorus/instruments/score'
import { favourableFrom } from '@chorus/psychometrics/favourable-share'
import { thresholdsOf } from './policy.ts'

/**
 * Everything that can be shown of a release, in the form that outside attackers read (climate-snapshot-audit/1), cell by
 * cell. Items of a block that not all people of the cells answered have fewer people: they stand in cells of
 * their own ("block"). The format knows one answer range for all items; `ranges` adds the ones that differ.
 */
export function* snapshotJson(release: Release): Generator<string> {
  const blocks = blocksOf(release.instrument.scales)
  const ranges = blocks.flatMap((block) => block.measures)
  const [first] = ranges
  const { cell: mean, favourable: fav } = thresholdsOf(release.policy)
  const head = {
    format: 'climate-snapshot-audit/1',
    k: release.policy.k,
    thresholds: { mean, fav, sd: mean },
    scale: [Math.min(...ranges.map((range) => range.min)), Math.max(...ranges.map((range) => range.max))],
    favourableFrom: favourableFrom(first ?? { min: 1, max: 7 }),
    items: ranges.map((range) => range.id),
    ranges: Object.fromEntries(
      ranges.map((range) => [
        range.id,
        { lo: range.min, hi: range.max, favourableFrom: favourableFrom(range) },
      ]),
    ),
    cuts: {},
    units: release.units.map(({ id, parent }) => ({ id, parent })),
    waves: release.waves.map(({ id }) => ({ id })),
  }
  yield `${JSON.stringify(head).slice(0, -1)},"cells":[`
  let separator = '\n'
  for (const cell of cellsOf(release, blocks)) {
    yield separator + JSON.stringify(cell)
    separator = ',\n'
  }
  yield '\n]}\n'
}

function* cellsOf(release: Release, blocks: readonly Block[]): Generator<object> {
  const parentOf = new Map(release.units.map((unit) => [unit.id, unit.parent]))
  for (const wave of release.waves) {
    const apart = blocks.filter((block) => countsDiffer(wave, block))
    const together = blocks.filter((block) => !apart.includes(block))
    const sets: [name: string | null, members: readonly Block[]][] = [
      [null, together],
      ...apart.map((block): [string, Block[]] => [block.id, [block]]),
    ]
    for (const [set, members] of sets) {
      const ids = new Set(members.flatMap((block) => block.measures.map((measure) => measure.id)))
      for (const cell of wave.cells) yield snapshotCell(wave, cell, set, ids, parentOf.get(cell.unit) ?? null)
    }
  }
}

function countsDiffer(wave: ReleasedWave, block: Block): boolean {
  const ids = new Set(block.measures.map((measure) => measure.id))
  return wave.cells.some((cell) =>
    cell.measures.some((figures) => ids.has(figures.id) && figures.n !== cell.n),
  )
}

function snapshotCell(
  wave: ReleasedWave,
  cell: Cell,
  block: string | null,
  ids: ReadonlySet<string>,
  parent: string | null,
): object {
  const idOf = (unit: string) => JSON.stringify([wave.id, unit, ...(block === null ? [] : [block])])
  const figures = cell.measures.filter((one) => ids.has(one.id))
  const published =
    block === null ? cell.status === 'published' : figures.some((one) => one.status === 'published')
  return {
    id: idOf(cell.unit),
    wave: wave.id,
    unit: cell.unit,
    scope: 'all',
    cut: cell.cut,
    ...(block === null ? {} : { block }),
    parents: parent === null ? [] : [idOf(parent)],
    status: published ? 'published' : 'suppressed',
    reason: published ? null : 'protected',
    n: published ? (block === null ? cell.n : (figures[0]?.n ?? null)) : null,
    ...(block === null ? { invited: cell.invited, responseRate: cell.responseRate } : {}),
    items: published ? Object.fromEntries(figures.map((one) => [one.id, statisticsOf(one)])) : null,
  }
}

function statisticsOf({ mean, favourable, sd }: MeasureFigures): object {
  return { mean, fav: favourable, sd }
}
