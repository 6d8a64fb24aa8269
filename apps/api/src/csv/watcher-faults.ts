import { FaultList } from './fault-list.ts'
import type { PersonRow } from './read-people.ts'

/** Who works for HR and who watches over the rules today, by the organisation's own id, and at which address each signs in. */
export type Watching = ReadonlyMap<string, { readonly role: 'hr' | 'auditor'; readonly email: string }>

/** At which address each signs in who reads concerns that carry no name, by the organisation's own id. */
export type ConcernReaders = ReadonlyMap<string, string>

/**
 * Separation of duties in a file: nobody goes from HR to watching over HR's rules at once, and where changes of the rules need a second person, a file
 * appoints nobody to agree to them, dismisses nobody, and gives none of them another address, by which somebody else would agree in their name, nor anybody who reads concerns.
 * Who leaves is not in the file and may leave.
 * @param saysRoles whether the file has a column for roles; without it they stay as they are
 */
export function watcherFaults(
  people: readonly Pick<PersonRow, 'personId' | 'role' | 'email' | 'line'>[],
  file: string,
  saysRoles: boolean,
  {
    watching,
    concernReaders,
    secondPerson,
  }: {
    readonly watching: Watching
    readonly concernReaders: ConcernReaders
    readonly secondPerson: boolean
  },
): FaultList {
  const faults = new FaultList()
  for (const { personId, role, email, line } of people) {
    const before = watching.get(personId)
    const fault = (code: string, message: string) =>
      faults.add({ file, line, column: null, code, message, values: {} })
    if (saysRoles && fromHrToAuditor(before?.role, role))
      fault(
        'hr-and-auditor',
        'nobody goes from hr to auditor or back at once: make the person an employee first',
      )
    else if (saysRoles && secondPerson && (before?.role === 'auditor') !== (role === 'auditor'))
      fault(
        'auditor-needs-second-person',
        'who is an auditor changes on the page of rights, with a second person',
      )
    else if (secondPerson && before?.role === 'auditor' && before.email !== email)
      fault(
        'auditor-address',
        'an auditor keeps the address: end the appointment on the page of rights, change the address, and appoint the person again',
      )
    else if (secondPerson && (concernReaders.get(personId) ?? email) !== email)
      fault(
        'trusted-address',
        'who reads concerns keeps the address while changes of the rules need a second person',
      )
  }
  return faults
}

function fromHrToAuditor(before: string | undefined, after: string): boolean {
  return (before === 'hr' && after === 'auditor') || (before === 'auditor' && after === 'hr')
}
