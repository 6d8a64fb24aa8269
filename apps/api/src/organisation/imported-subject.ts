import type { ImportCounts } from '@chorus/db/stores/organisation-import'
import type { ImportPlan } from './plan-import.ts'

const namedAtMost = 50

/**
 * What the audit trail says of an import: who got another role is said in full, by the organisation's own ids, as where it is given by hand; a name
 * would outlive the person in the trail.
 */
export function importedSubject(
  { units, people }: ImportCounts,
  { wanted, differences: { joined, returned, role } }: Pick<ImportPlan, 'wanted' | 'differences'>,
): string {
  const came = new Set([...joined, ...returned].map(({ id }) => id))
  const given = [
    ...wanted.people
      .filter(({ externalId, role }) => role !== 'employee' && came.has(externalId))
      .map(({ externalId, role }) => `${externalId}: ${role}`),
    ...role.map(({ id, after }) => `${id}: ${after}`),
  ]
  const counts = `${units} units, ${people} people`
  if (given.length === 0) return counts
  const further = given.length > namedAtMost ? [`${given.length - namedAtMost} more`] : []
  return `${counts} (roles: ${[...given.slice(0, namedAtMost), ...further].join('; ')})`
}
