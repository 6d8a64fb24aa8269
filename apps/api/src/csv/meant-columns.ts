import type { Fault } from '@chorus/contracts/problems'
import type { FaultList } from './fault-list.ts'

const needed: readonly (readonly string[])[] = [
  ['person_id'],
  ['name', 'first_name', 'last_name'],
  ['email'],
  ['unit_id', 'level:1', 'manager'],
]

/**
 * Positions by what somebody said the columns mean. Null, with faults at line 1, when one that is needed is missing or two mean the same.
 * @param meanings in the order of the columns
 */
export function meantColumns(
  header: readonly string[],
  meanings: readonly string[],
  file: string,
  faults: FaultList,
): ReadonlyMap<string, number> | null {
  const before = faults.inAll
  const places = new Map<string, number>()
  const fault = (column: number | null, code: string, message: string, values: Fault['values']) =>
    faults.add({ file, line: 1, column, code, message, values })
  header.forEach((_, index) => {
    const meaning = meanings[index] ?? 'ignore'
    if (meaning === 'ignore') return
    if (places.has(meaning))
      fault(index + 1, 'duplicate-column', `the column "${meaning}" is there twice`, { name: meaning })
    else places.set(meaning, index)
  })
  for (const oneOf of needed)
    if (!oneOf.some((name) => places.has(name))) {
      const name = oneOf.join(' / ')
      fault(null, 'missing-column', `the column "${name}" is missing`, { name })
    }
  return faults.inAll === before ? places : null
}
