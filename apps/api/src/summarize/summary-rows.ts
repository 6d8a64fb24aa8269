import type { Cell, MeasureFigures, Release } from '@chorus/contracts/publish'
import { textIn } from '@chorus/instruments/localise'
import { familiesOf } from '@chorus/reporting/change-family'
import { mayBeSaid, sayableFrom } from '@chorus/reporting/may-be-said'
import type { RowSource } from './summary-columns.ts'

/**
 * One row per wave, unit, cut and measure, cell by cell, oldest wave first. Verdicts are judged among all changes of the wave that
 * are handed in, items apart from scales.
 * @param partly which measures were reduced to what pages show
 * @param isNewGroup whether a unit was merged or split since a wave that it would be compared with
 */
export async function* summaryRows(
  releases: AsyncIterable<Release> | Iterable<Release>,
  partly: (figures: MeasureFigures) => boolean = () => false,
  isNewGroup: (unit: string, since: string, wave: string) => boolean = () => false,
): AsyncGenerator<RowSource[]> {
  for await (const release of releases) {
    const paths = pathsOf(release.units)
    const names = measureNames(release)
    const from = sayableFrom(release.policy)
    for (const wave of release.waves) {
      const apart = (unit: string, { change }: MeasureFigures) =>
        change !== null && isNewGroup(unit, change.since, wave.id)
      const comparable = (cell: Cell): Cell => ({
        ...cell,
        measures: cell.measures.map((one) => (apart(cell.unit, one) ? { ...one, change: null } : one)),
      })
      const family = familiesOf(wave.cells.map(comparable))
      for (const released of wave.cells) {
        const cell = comparable(released)
        const unit = paths.get(cell.unit) ?? { name: '', path: '' }
        yield cell.measures.map((figures, at) => ({
          wave,
          cell,
          figures,
          unit,
          measureName: names.get(figures.id) ?? '',
          say: mayBeSaid(figures.n, from),
          from,
          judged: figures.change && family(figures.type).judge(figures.change),
          partly: partly(figures),
          newGroup: figures !== released.measures[at],
        }))
      }
    }
  }
}

/** "Whole / Division / Team" for every unit. */
function pathsOf(units: Release['units']): Map<string, { name: string; path: string }> {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const paths = new Map<string, { name: string; path: string }>()
  for (const { id, name } of units) {
    const names: string[] = []
    for (let at = byId.get(id); at; at = at.parent === null ? undefined : byId.get(at.parent))
      names.push(at.name)
    paths.set(id, { name, path: names.reverse().join(' / ') })
  }
  return paths
}

function measureNames({ instrument }: Release): Map<string, string> {
  return new Map(
    instrument.scales.flatMap((scale): [string, string][] => [
      [scale.id, textIn(scale.name, 'en')],
      ...scale.items.map((item): [string, string] => [item.id, textIn(item.text, 'en')]),
    ]),
  )
}
