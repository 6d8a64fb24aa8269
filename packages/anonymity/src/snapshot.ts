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
  const { cell: mean, favourable: fav, detail } = thresholdsOf(release.policy)
  const head = {
    format: 'climate-snapshot-audit/1',
    k: release.policy.k,
    thresholds: { mean, fav, hist: detail, sd: detail },
    scale: [Math.min(...ranges.map((range) => range.min)), Math.max(...ranges.map((range) => range.max))],
    favourableFrom: favourableFrom(first ?? { min: 1, max: 7 }),
    items: ranges.map((range) => range.id),
    ranges: Object.fromEntries(
      ranges.map((range) => [
        range.id,
        { lo: range.min, hi: range.max, favourableFrom: favourableFrom(range) },
      ]),
    ),
    cuts: categoriesOf(release),
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

/** Every category that any cell of the menu names. */
function categoriesOf({ waves }: Release): Record<string, string[]> {
  const categories = new Map<string, Set<string>>()
  for (const { cells } of waves)
    for (const { cut } of cells)
      for (const [name, category] of Object.entries(cut))
        categories.set(name, (categories.get(name) ?? new Set()).add(category))
  return Object.fromEntries([...categories].map(([name, all]) => [name, [...all].sort()]))
}

function* cellsOf(release: Release, blocks: readonly Block[]): Generator<object> {
  const parentOf = new Map(release.units.map((unit) => [unit.id, unit.parent]))
  for (const wave of release.waves) {
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

function statisticsOf({ mean, favourable, answers, sd }: MeasureFigures): object {
  return { mean, fav: favourable, hist: answers, sd }
}
