import type { Cell } from '@chorus/contracts/publish'
import type { Reporter } from '@chorus/db/database'
import { listWaveCells, type ReleaseHeader } from '@chorus/db/stores/releases'

/** Cells of whole units in one wave, by unit, without their items: no page about many units shows these. */
export type WaveCells = ReadonlyMap<string, Cell>

const unitsAtOnce = 1000
/** Nine waves of 2,000 units, or the newest wave of 20,000. What is larger is read anew for each report. */
const unitsKept = 20_000

/** Reads cells in batches. Releases never change, so those of whole waves are kept, as many as have room. */
export function waveCellsReader(
  reporter: Reporter,
): (header: ReleaseHeader, units: readonly string[] | 'all') => Promise<WaveCells> {
  const known = new Map<string, { readonly units: number; readonly reading: Promise<WaveCells> }>()
  return (header, units) => {
    if (units !== 'all') return readCells(reporter, header, units)
    const key = JSON.stringify([header.organisation, header.wave])
    const all = header.units.map(({ id }) => id)
    const kept = known.get(key) ?? { units: all.length, reading: readCells(reporter, header, all) }
    known.delete(key)
    known.set(key, kept)
    kept.reading.catch(() => known.delete(key))
    let total = [...known.values()].reduce((sum, one) => sum + one.units, 0)
    for (const [oldest, one] of known) {
      if (total <= unitsKept) break
      known.delete(oldest)
      total -= one.units
    }
    return kept.reading
  }
}

async function readCells(
  reporter: Reporter,
  header: ReleaseHeader,
  units: readonly string[],
): Promise<WaveCells> {
  const cells = new Map<string, Cell>()
  for (let start = 0; start < units.length; start += unitsAtOnce)
    for (const cell of await listWaveCells(reporter, header, units.slice(start, start + unitsAtOnce)))
      cells.set(cell.unit, { ...cell, measures: cell.measures.filter(({ type }) => type !== 'item') })
  return cells
}
