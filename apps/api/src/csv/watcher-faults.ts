import { FaultList } from './fault-list.ts'
import type { PersonRow } from './read-people.ts'

/** Who works for HR and who watches over the rules today, by the organisation's own id. */
export type Watching = ReadonlyMap<string, 'hr' | 'auditor'>

/**
 * Separation of duties in a file: nobody goes from HR to watching over HR's rules at once, and where changes of the rules need a second person, a file
 * appoints nobody to agree to them and dismisses nobody. Who leaves is not in the file and may leave.
 */
export function watcherFaults(
  people: readonly Pick<PersonRow, 'personId' | 'role' | 'line'>[],
  file: string,
  { watching, secondPerson }: { readonly watching: Watching; readonly secondPerson: boolean },
): FaultList {
  const faults = new FaultList()
  for (const { personId, role, line } of people) {
    const before = watching.get(personId)
    const fault = (code: string, message: string) =>
      faults.add({ file, line, column: null, code, message, values: {} })
    if ((before === 'hr' && role === 'auditor') || (before === 'auditor' && role === 'hr'))
      fault(
        'hr-and-auditor',
        'nobody goes from hr to auditor or back at once: make the person an employee first',
      )
    else if (secondPerson && (before === 'auditor') !== (role === 'auditor'))
      fault(
        'auditor-needs-second-person',
        'who is an auditor changes on the page of rights, with a second person',
      )
  }
  return faults
}
