import { and, eq, notInArray, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import type { UnitRow } from './organisations.ts'
import { forgetLeavers } from './session-pages.ts'

export type PersonToImport = {
  readonly externalId: string
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly role: 'employee' | 'hr' | 'administrator' | 'auditor'
  readonly language: string
  readonly cuts: Readonly<Record<string, string>>
  readonly channel: 'online' | 'paper'
  /** Units that the person leads. */
  readonly leads: readonly string[]
}

export type ImportCounts = {
  readonly units: number
  readonly people: number
  readonly joined: number
  readonly left: number
  readonly moved: number
}

const batchSize = 4000

/**
 * Makes the organisation exactly what the two lists say, in one transaction: people who are not listed leave,
 * the others keep their identity by their external id. Open waves keep the roster they were opened with.
 * @param units parents before children, one root
 */
export async function replaceOrganisation(
  office: Office,
  organisationId: string,
  units: readonly UnitRow[],
  people: readonly PersonToImport[],
): Promise<ImportCounts> {
  return office.transaction(async (tx) => {
    await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
    const before = new Map(
      (
        await tx
          .select({ externalId: person.externalId, unit: person.unit })
          .from(person)
          .where(eq(person.organisation, organisationId))
      ).map((row) => [row.externalId, row.unit]),
    )
    for (const rows of batches(units))
      await tx
        .insert(unit)
        .values(rows.map((row) => ({ organisation: organisationId, ...row })))
        .onConflictDoUpdate({
          target: [unit.organisation, unit.id],
          set: { parent: sql`excluded.parent`, name: sql`excluded.name` },
        })
    await tx.delete(unitLead).where(eq(unitLead.organisation, organisationId))
    // Leavers go first: a newcomer may take over the address of somebody who left.
    const staying = new Set(people.map((one) => one.externalId))
    for (const leavers of batches([...before.keys()].filter((id) => !staying.has(id))))
      await tx.execute(
        sql`DELETE FROM ${person} WHERE organisation = ${organisationId} AND external_id IN ${leavers}`,
      )
    // Two people may swap addresses: free all of them before they are set.
    await tx
      .update(person)
      .set({ email: sql`external_id || '@moving.invalid/' || id` })
      .where(eq(person.organisation, organisationId))
    const ids = new Map<string, string>()
    for (const rows of batches(people)) {
      const written = await tx
        .insert(person)
        .values(rows.map(({ leads: _, ...row }) => ({ organisation: organisationId, ...row })))
        .onConflictDoUpdate({
          target: [person.organisation, person.externalId],
          set: {
            name: sql`excluded.name`,
            email: sql`excluded.email`,
            unit: sql`excluded.unit`,
            role: sql`excluded.role`,
            language: sql`excluded.language`,
            cuts: sql`excluded.cuts`,
            channel: sql`excluded.channel`,
          },
        })
        .returning({ id: person.id, externalId: person.externalId })
      for (const row of written) ids.set(row.externalId, row.id)
    }
    const leads = people.flatMap((one) =>
      one.leads.map((unitId) => ({
        organisation: organisationId,
        unit: unitId,
        person: ids.get(one.externalId) ?? '',
      })),
    )
    for (const rows of batches(leads)) await tx.insert(unitLead).values(rows)
    await tx.delete(unit).where(
      and(
        eq(unit.organisation, organisationId),
        notInArray(
          unit.id,
          units.map((row) => row.id),
        ),
      ),
    )
    // Last: whoever signs in waits for the pages that this changes.
    await forgetLeavers(tx, organisationId)
    return {
      units: units.length,
      people: people.length,
      joined: people.filter((one) => !before.has(one.externalId)).length,
      left: [...before.keys()].filter((id) => !staying.has(id)).length,
      moved: people.filter((one) => before.has(one.externalId) && before.get(one.externalId) !== one.unit)
        .length,
    }
  })
}

function batches<T>(rows: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < rows.length; start += batchSize)
    result.push(rows.slice(start, start + batchSize))
  return result
}
