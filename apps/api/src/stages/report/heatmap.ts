import type { Heatmap, HeatmapOrder } from '@chorus/contracts/report-across-units'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { surerFirst } from '@chorus/reporting/change-certainty'
import type { JudgedWave } from './judged-wave.ts'
import type { UnitInTree } from './reportable-units.ts'

/**
 * Rows of a page. Sorting goes over all units, so pages cannot follow the tree; and a table that is there as a whole can be printed,
 * searched in and read aloud, which one that only draws what is in sight cannot.
 */
export const heatmapRows = 100

/**
 * One page of units against the scales of a wave.
 * @param visible what the reader may see, parents before children
 * @param page from 0; one behind the last is the last
 */
export function heatmap(
  { label, closedOn, policy }: ReleaseHeader,
  visible: readonly UnitInTree[],
  judged: JudgedWave,
  { order, page }: { readonly order: HeatmapOrder; readonly page: number },
): Omit<Heatmap, 'rows'> & { rows: HeatmapRow[] } {
  const sorted = order === 'name' ? visible : bySureness(visible, judged)
  const last = Math.max(0, Math.ceil(sorted.length / heatmapRows) - 1)
  const shown = Math.min(page, last)
  return {
    wave: { label, closed: closedOn },
    k: policy.k,
    scales: [...judged.scales],
    comparisons: judged.comparisons,
    order,
    units: sorted.length,
    page: shown,
    pageSize: heatmapRows,
    rows: sorted.slice(shown * heatmapRows, (shown + 1) * heatmapRows).map(({ id, name, depth }) => ({
      unit: { id, name },
      depth,
      cells: judged.scales.map((scale) => judged.figuresOf(id, scale.id)),
    })),
  }
}

type HeatmapRow = Omit<Heatmap['rows'][number], 'unit'> & { unit: { id: string; name: string } }

/** Which changes are most surely not chance, up or down; units that nothing is known of stay in the order of the tree. */
function bySureness(units: readonly UnitInTree[], judged: JudgedWave): UnitInTree[] {
  return units
    .map((unit) => ({ unit, certainty: judged.certaintyOf(unit.id) }))
    .sort((a, b) => surerFirst(a.certainty, b.certainty))
    .map(({ unit }) => unit)
}
