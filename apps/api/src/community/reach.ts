import type { Office } from '@chorus/db/database'
import { unitReach } from '@chorus/db/stores/unit-reach'
import { type KnownPerson, rolesOf, unitsByRight } from '../http/permission.ts'

/** Which units' affairs somebody reads and keeps in the learning loop. */
export type Reach = {
  /** The own unit, the led ones and all above these, whose affairs are for everybody in them; and all below the led ones. */
  reads(unit: string | null): boolean
  /** Led or lent ones and all below them; all of them for HR. */
  keeps(unit: string | null): boolean
  /** The units that it reads; null: all of them, also those that are gone. */
  readonly readUnits: readonly string[] | null
}

export async function reachOf(office: Office, reader: KnownPerson): Promise<Reach> {
  if (rolesOf(reader).includes('hr')) return { reads: () => true, keeps: () => true, readUnits: null }
  const rights = unitsByRight(reader)
  const { above, below } = await unitReach(office, reader.organisation, [reader.unit.id, ...rights], rights)
  const readUnits = new Set([...above, ...below])
  return {
    reads: (unit) => unit !== null && readUnits.has(unit),
    keeps: (unit) => unit !== null && below.has(unit),
    readUnits: [...readUnits],
  }
}
