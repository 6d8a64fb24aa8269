import { unitDimension } from '@chorus/contracts/collect'
import { joinedGroupName } from '@chorus/contracts/joined-groups'
import { and, eq, inArray, like, or } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { cohort } from '../schema/collect.ts'

/** A unit of a wave's tree under which answers were filed, and what the group was called. */
export type CountedUnit = { readonly unit: string; readonly label: string }

/** Which of some units had a group of their own in a wave, and the group that took in others from the top of the tree. */
export async function listCountedUnits(
  office: Office,
  key: { readonly organisation: string; readonly wave: string },
  among: readonly string[],
): Promise<CountedUnit[]> {
  const rows = await office
    .select({ unit: cohort.unit, label: cohort.label })
    .from(cohort)
    .where(
      and(
        eq(cohort.organisation, key.organisation),
        eq(cohort.wave, key.wave),
        eq(cohort.dimension, unitDimension),
        or(inArray(cohort.unit, [...among]), like(cohort.label, joinedGroupName.withOthers('%', '%'))),
      ),
    )
  return rows.flatMap(({ unit, label }) => (unit === null ? [] : [{ unit, label }]))
}
