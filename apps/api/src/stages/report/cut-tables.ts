import type { Cell } from '@chorus/contracts/publish'
import type { OrganisationOverview, PlainFigures } from '@chorus/contracts/report-across-units'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { scalesAsked } from './judged-wave.ts'
import { scaleMeasure } from './scale-measure.ts'
import { figuresIn } from './trend-point.ts'

type CutTable = OrganisationOverview['cuts'][number]

/**
 * The cells of one unit in one wave that are split by roster attributes, attribute by attribute, as they were released. Which categories there
 * are is told for hidden ones too: the manifest names them.
 * @param cells of one unit and wave, with any cuts
 */
export function cutTables(header: ReleaseHeader, cells: readonly Cell[]): CutTable[] {
  const measures = scalesAsked(header).map(scaleMeasure)
  const tables = new Map<string, CutTable>()
  for (const cell of cells) {
    const attributes = Object.keys(cell.cut).sort()
    if (attributes.length === 0) continue
    const key = JSON.stringify(attributes)
    const table = tables.get(key) ?? { attributes, categories: [] }
    tables.set(key, table)
    table.categories.push({
      values: attributes.flatMap((attribute) => cell.cut[attribute] ?? []),
      n: cell.n,
      cells: measures.map((measure): PlainFigures => {
        const shown = figuresIn(cell, measure)
        return shown && shown.n !== null && shown.mean !== null
          ? { status: 'published', n: shown.n, mean: shown.mean, interval: shown.interval }
          : { status: 'protected' }
      }),
    })
  }
  const inOrder = (one: readonly string[], other: readonly string[]) =>
    one.join('\n').localeCompare(other.join('\n'), 'en', { numeric: true })
  const sorted = [...tables.values()].sort(
    (a, b) => a.attributes.length - b.attributes.length || inOrder(a.attributes, b.attributes),
  )
  for (const { categories } of sorted) categories.sort((a, b) => inOrder(a.values, b.values))
  return sorted
}
