import type { UnitChanges } from '@chorus/contracts/unit-changes'
import type { Database } from '@chorus/db/database'
import { listUnits } from '@chorus/db/stores/organisations'
import { listReleases } from '@chorus/db/stores/releases'
import type { UnitChangeRow } from '@chorus/db/stores/unit-changes'
import { reservedEnding } from '../csv/read-units.ts'

/**
 * Every unit that a change may name: those of today, those of released waves that are no more, with the name they had last, and those that changes name.
 * Groups of small teams are no units.
 */
export async function knownUnits(
  { office, reporter }: Pick<Database, 'office' | 'reporter'>,
  organisation: string,
  changes: readonly UnitChangeRow[],
): Promise<UnitChanges['units']> {
  const today = await listUnits(office, organisation)
  const there = new Set(today.map(({ id }) => id))
  const gone = new Map<string, string>()
  const released = await listReleases(reporter, organisation)
  const named = [
    ...changes.flatMap(({ from, to }) => [...from, ...to]),
    ...released.flatMap(({ units }) => units),
  ]
  for (const { id, name } of named) if (!there.has(id) && !id.endsWith(reservedEnding)) gone.set(id, name)
  const former = [...gone].map(([id, name]) => ({ id, name, today: false }))
  return [
    ...today.map(({ id, name }) => ({ id, name, today: true })),
    ...former.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id)),
  ]
}
