import { err, ok, type Result } from '@chorus/basics/result'
import { unitId } from '@chorus/contracts/ids'
import type { Fault } from '@chorus/contracts/problems'
import { columnsOf } from './columns.ts'
import { readCsv, type Source } from './csv-reader.ts'
import { FaultList, type Faults } from './fault-list.ts'
import { findTreeFaults } from './tree-faults.ts'

/** One unit of the organisation tree, as in the file. */
export type UnitRow = {
  readonly id: string
  /** null for the one root */
  readonly parent: string | null
  readonly name: string
  /** Where it stands in the file, from 1. */
  readonly line: number
}

/** Ends the ids of the groups that Chorus itself makes of small teams. */
export const reservedEnding = '~small-teams'
/** Leaves room for that ending inside the 100 characters of any id. */
export const longestId = 80

/**
 * Reads units.csv: `unit_id`, `parent_id` (empty for the one root), `name`. Every fault is found, not only the first;
 * with a single one nothing of the file is used. Units keep the order of the file.
 */
export async function readUnits(source: Source, file: string): Promise<Result<UnitRow[], Faults>> {
  const faults = new FaultList()
  const units: UnitRow[] = []
  const seen = new Map<string, number>()

  await readCsv(source, file, faults, (header) => {
    const columns = columnsOf(header, file, { required: ['unit_id', 'parent_id', 'name'] }, faults)
    if (!columns) return null
    const at = {
      id: columns.get('unit_id') ?? 0,
      parent: columns.get('parent_id') ?? 0,
      name: columns.get('name') ?? 0,
    }

    return (fields, line) => {
      const [id, parent, name] = [at.id, at.parent, at.name].map((index) => (fields[index] ?? '').trim())
      const fault = (column: number, code: string, message: string, values: Fault['values'] = {}) =>
        faults.add({ file, line: line(), column: column + 1, code, message, values })
      if (!id) return fault(at.id, 'missing-value', 'the unit has no unit_id', { name: 'unit_id' })
      if (id.length > longestId || !unitId.safeParse(id).success)
        return fault(at.id, 'malformed-id', `a unit_id has at most ${longestId} printable characters`, {
          most: longestId,
        })
      if (id.endsWith(reservedEnding))
        return fault(at.id, 'reserved-id', `no unit_id may end in "${reservedEnding}"`, {
          ending: reservedEnding,
        })
      const first = seen.get(id)
      if (first !== undefined)
        return fault(at.id, 'duplicate-id', `the unit_id "${id}" is there twice`, { name: 'unit_id', first })
      if (!name) fault(at.name, 'missing-value', 'the unit has no name', { name: 'name' })
      seen.set(id, line())
      units.push({ id, parent: parent || null, name: name ?? '', line: line() })
    }
  })

  // A tree is judged when all rows could be read: half a tree would only bring faults that are not there.
  if (faults.inAll === 0) for (const fault of findTreeFaults(units)) faults.add({ file, ...fault })
  return faults.inAll === 0 ? ok(units) : err(faults)
}
