import type { Cell } from '@chorus/contracts/publish'
import type { UnitReport } from '@chorus/contracts/report'
import type { ReleaseHeader } from '@chorus/db/stores/releases'
import { joinedBeside, unitsUpFrom } from './around-unit.ts'

/**
 * Where the answers of a unit count that a wave does not show: said from shown cells and the tree alone, and so the same whether nobody, too
 * few or enough people answered there.
 * @returns null where the wave shows the unit
 */
export function whenProtected(
  { units }: Pick<ReleaseHeader, 'units'>,
  unit: string,
  cellOf: (unit: string) => Cell | undefined,
): UnitReport['whenProtected'] {
  const isShown = (id: string) => cellOf(id)?.status === 'published'
  if (isShown(unit)) return null
  const joined = joinedBeside(units, unit)
  return {
    countedIn: unitsUpFrom(units, unit).find(({ id }) => isShown(id))?.name ?? null,
    joined: joined && { name: joined.name, n: cellOf(joined.id)?.n ?? null },
  }
}
