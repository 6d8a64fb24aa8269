import { type Cohort, partitionCohorts } from '@chorus/anonymity/cohorts'
import type { Office } from '@chorus/db/database'
import { countPeopleByUnit, listUnits } from '@chorus/db/stores/organisations'
import { ProblemError, valueOrProblem } from '../http/problem.ts'

/** The groups that answers would be filed under if a wave opened now, with their units by name. */
export async function groupsOf(
  office: Office,
  organisation: string,
  k: number,
): Promise<{ group: Cohort; units: string[] }[]> {
  const units = await listUnits(office, organisation)
  if (units.length === 0) throw new ProblemError('organisation-empty')
  const people = await countPeopleByUnit(office, organisation)
  const names = new Map(units.map((unit) => [unit.id, unit.name]))
  return valueOrProblem(partitionCohorts(units, people, k)).map((group) => ({
    group,
    units: group.units.filter((id) => people.has(id)).map((id) => names.get(id) ?? id),
  }))
}
