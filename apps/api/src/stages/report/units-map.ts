import type { UnitsMap } from '@chorus/contracts/report-across-units'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import type { UnitInTree } from './reportable-units.ts'
import { unitMap } from './unit-map.ts'
import type { WaveCells } from './wave-cells.ts'

type Map = NonNullable<UnitsMap['map']>

/**
 * Safety beside standards in many units, in one wave that asked both.
 * @param visible what the reader may see, parents before children
 * @returns null where the wave did not ask both
 */
export function unitsMap(
  header: ReleaseHeader,
  visible: readonly UnitInTree[],
  cells: WaveCells,
): (Omit<Map, 'units'> & { units: (Omit<Map['units'][number], 'unit'> & { unit: NamedUnit })[] }) | null {
  const placeOf = (cell: ReturnType<WaveCells['get']>) => unitMap([{ header, cell }], null)
  const frame = placeOf(undefined)
  if (!frame) return null
  const { safety, standards, min, max, cut } = frame
  return {
    wave: { label: header.label, closed: header.closedOn },
    k: header.policy.k,
    safety,
    standards,
    min,
    max,
    cut,
    units: visible.map(({ id, name, depth }) => {
      const point = placeOf(cells.get(id))?.points[0]
      return {
        unit: { id, name },
        depth,
        place: point ? { safety: point.safety, standards: point.standards, zone: point.zone } : null,
      }
    }),
  }
}

type NamedUnit = { readonly id: string; readonly name: string }
