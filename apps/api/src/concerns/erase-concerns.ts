import { endConcernMonths } from '@chorus/db/stores/concern-months'
import { eraseClosedConcerns } from '@chorus/db/stores/concerns'
import type { Parts } from '../parts.ts'
import { monthOf } from './month.ts'

/**
 * Erases concerns whose day has come, ends the months that are over and have none left, and destroys the keys of those: from then on boxes in
 * old copies of the database open for nobody.
 */
export async function eraseConcerns(
  { database: { office }, vault }: Pick<Parts, 'database' | 'vault'>,
  organisation: string,
  now: Date,
): Promise<void> {
  await eraseClosedConcerns(office, organisation, now.toISOString().slice(0, 10))
  for (const month of await endConcernMonths(office, organisation, monthOf(now)))
    await vault.concerns.destroy(month)
}
