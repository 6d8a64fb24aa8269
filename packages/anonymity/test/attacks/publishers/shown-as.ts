import type { Snapshot, SnapshotCell, Statistics } from '../snapshot-format.ts'

/** A snapshot made by hand: the cells that are shown, one wave unless they say otherwise, one item `q1`. */
export function shownAs(
  units: Snapshot['units'],
  cells: readonly (Pick<SnapshotCell, 'unit' | 'n'> & { wave?: string; q1: Statistics })[],
): Snapshot {
  return {
    format: 'climate-snapshot-audit/1',
    k: 5,
    scale: [1, 7],
    favourableFrom: 5,
    items: ['q1'],
    units,
    waves: [...new Set(cells.map(({ wave = 'w1' }) => wave))].map((id) => ({ id })),
    cells: cells.map(({ unit, n, wave = 'w1', q1 }) => ({
      id: `${wave}-${unit}`,
      wave,
      unit,
      cut: {},
      status: 'published',
      reason: null,
      n,
      items: { q1 },
    })),
  }
}
