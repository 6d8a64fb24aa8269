import type { Finding } from './finding.ts'
import type { Snapshot } from './snapshot-format.ts'

/** Where a cell is, which everybody knows anyway. */
const places = new Set(['id', 'wave', 'unit', 'scope', 'cut', 'block', 'parents'])

/** Hidden cells that differ from each other in anything but their place, or that carry a value. */
export function findTellingSilence(snapshot: Snapshot): Finding[] {
  const hidden = snapshot.cells.filter((cell) => cell.status === 'suppressed')
  // Cells of a block's own set have fewer fields than the others: each set is compared with itself.
  const first = new Map<string, string>()
  return hidden.flatMap((cell) => {
    const said = Object.entries(cell).filter(([name]) => !places.has(name))
    const words = JSON.stringify(said.sort(([a], [b]) => (a < b ? -1 : 1)))
    const set = cell.block === undefined ? 'all' : 'block'
    const carries = said.filter(([name, value]) => value !== null && name !== 'status' && name !== 'reason')
    if (!first.has(set)) first.set(set, words)
    if (carries.length === 0 && first.get(set) === words && cell.reason !== null) return []
    return [{ kind: 'metadata', wave: cell.wave, item: null, people: [], detail: cell.id }]
  })
}
