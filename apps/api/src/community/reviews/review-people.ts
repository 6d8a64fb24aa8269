import type { Office } from '@chorus/db/database'
import { listPossibleOwners } from '@chorus/db/stores/actions'
import { unitChain } from '@chorus/db/stores/unit-chain'
import { ProblemError } from '../../http/problem.ts'

type Named = { readonly id: string; readonly name: string }

/** Who may lead a review of a unit and take part in it: its people, who leads it, and those of the units above it. Each once, by name. */
export async function possiblePeople(office: Office, organisation: string, unit: string): Promise<Named[]> {
  const chain = await unitChain(office, organisation, unit)
  const found = await Promise.all(chain.map(({ id }) => listPossibleOwners(office, organisation, id)))
  const byId = new Map(found.flat().map((person) => [person.id, person]))
  return [...byId.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/** @param kept people who take part already, wherever they are now. @throws ProblemError malformed-request */
export function mustBePossible(
  asked: readonly string[],
  possible: readonly Named[],
  kept: readonly (string | null)[] = [],
): void {
  const known = new Set([...possible.map(({ id }) => id), ...kept])
  if (asked.some((id) => !known.has(id)))
    throw new ProblemError('malformed-request', 'somebody is not of this unit or those above it')
}
