import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { Roster } from '@chorus/db/stores/roster'
import type { WantedOrganisation } from './read-organisation.ts'
import { type Moves, unitHistory } from './unit-history.ts'

/** What an import most likely says of units, from where their people are. People who join or leave say nothing. A person decides about every proposal. */
export function proposeHistory(
  roster: Pick<Roster, 'units' | 'people'>,
  wanted: WantedOrganisation,
): UnitChange[] {
  const then = new Map(roster.people.map((one) => [one.externalId, one.unit]))
  const moves: Moves[] = wanted.people.flatMap(({ externalId, unit }) => {
    const from = then.get(externalId)
    return from === undefined ? [] : [{ from, to: unit, people: 1 }]
  })
  return unitHistory(roster.units, wanted.units, moves)
}
