import type { ImportPreview } from '@chorus/contracts/organisation-import'

type Unit = { readonly id: string; readonly parent: string | null; readonly name: string }
type Company = { readonly units: readonly Unit[]; readonly people: readonly { readonly unit: string }[] }
type Programme = { readonly name: string; readonly policy: { readonly k: number } }

const unitsShown = 100

/** Units that have k people or more, with those below, and would have fewer: they could not be shown by themselves any more. */
export function tooSmallAfter(
  before: Company,
  after: Company,
  programmes: readonly Programme[],
): ImportPreview['tooSmall'] {
  const had = peopleWithBelow(before)
  const has = peopleWithBelow(after)
  const found = programmes.flatMap(({ name, policy: { k } }) =>
    after.units.flatMap((unit) => {
      const [then, now] = [had.get(unit.id) ?? 0, has.get(unit.id) ?? 0]
      return then >= k && now < k ? { unit: unit.name, programme: name, k, before: then, after: now } : []
    }),
  )
  return { inAll: found.length, units: found.slice(0, unitsShown) }
}

/** @param company its units with parents before children */
function peopleWithBelow({ units, people }: Company): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { unit } of people) counts.set(unit, (counts.get(unit) ?? 0) + 1)
  for (const { id, parent } of [...units].reverse())
    if (parent !== null) counts.set(parent, (counts.get(parent) ?? 0) + (counts.get(id) ?? 0))
  return counts
}
