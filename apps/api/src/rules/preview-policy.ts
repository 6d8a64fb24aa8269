import { partitionCohorts } from '@chorus/anonymity/cohorts'
import type { Policy } from '@chorus/contracts/policy'
import type { PolicyPreview } from '@chorus/contracts/rights'
import type { UnitRow } from '@chorus/db/stores/organisations'

type Roster = { readonly units: readonly UnitRow[]; readonly people: ReadonlyMap<string, number> }

/**
 * What a change would do to units, by name. It is worked out from the roster of today and from nothing that was answered: with counts of
 * answers, somebody who tries one threshold after the other would read the counts.
 */
export function previewPolicy({ units, people }: Roster, before: Policy, after: Policy): PolicyPreview {
  const groupBefore = groupOfUnit(units, people, before.k)
  const groupAfter = groupOfUnit(units, people, after.k)
  const own = units.flatMap(({ id, name }) => {
    const count = people.get(id) ?? 0
    return count > 0 ? [{ id, name, count }] : []
  })
  return {
    joined: own
      .filter(({ id }) => groupBefore.get(id)?.alone === true && groupAfter.get(id)?.alone !== true)
      .map(({ id, name, count }) => ({ unit: name, people: count, group: groupAfter.get(id)?.label ?? '' })),
    withoutComments: own
      .filter(
        ({ count }) =>
          before.comments === true &&
          count >= before.commentK &&
          (after.comments !== true || count < after.commentK),
      )
      .map(({ name, count }) => ({ unit: name, people: count })),
  }
}

/** The group that each unit's people answer in; none where the whole organisation is too small. */
function groupOfUnit(units: readonly UnitRow[], people: ReadonlyMap<string, number>, k: number) {
  const partition = partitionCohorts([...units], new Map(people), k)
  const groups = new Map<string, { label: string; alone: boolean }>()
  for (const { label, units: members } of partition.ok ? partition.value : []) {
    const peopled = members.filter((id) => people.has(id))
    for (const id of peopled) groups.set(id, { label, alone: peopled.length === 1 })
  }
  return groups
}
