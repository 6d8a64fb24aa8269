import { and, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import { letLeave } from './leavers.ts'
import type { UnitRow } from './organisations.ts'

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
 * the others keep their identity by their external id, also when they left and were not erased yet. Open waves keep the
 * roster they were opened with.
 * @param units parents before children, one root
 * @param today ISO date (UTC)
 */
export async function replaceOrganisation(
  office: Office,
  organisationId: string,
  units: readonly UnitRow[],
  people: readonly PersonToImport[],
  today: string,
): Promise<ImportCounts> {
  return office.transaction(async (tx) => {
    await tx.select().from(organisation).where(eq(organisation.id, organisationId)).for('update')
    const before = new Map(
      (
        await tx
          .select({ externalId: person.externalId, id: person.id, unit: person.unit })
          .from(person)
          .where(and(eq(person.organisation, organisationId), isNull(person.eraseOn)))
      ).map((row) => [row.externalId, row]),
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
    const leavers = [...before.values()].filter((one) => !staying.has(one.externalId)).map((one) => one.id)
    await letLeave(tx, organisationId, leavers, today)
    // Two people may swap addresses: free all of them before they are set.
    await tx
      .update(person)
      .set({ email: sql`external_id || '@moving.invalid/' || id` })
      .where(and(eq(person.organisation, organisationId), isNull(person.eraseOn)))
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
            eraseOn: null,
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
    const remaining = units.map((row) => row.id)
    const [root] = remaining
    // Whoever left a unit that goes, too, waits for the day of erasing at the root.
    if (root)
      await tx
        .update(person)
        .set({ unit: root })
        .where(
          and(
            eq(person.organisation, organisationId),
            isNotNull(person.eraseOn),
            notInArray(person.unit, remaining),
          ),
        )
    await tx.delete(unit).where(and(eq(unit.organisation, organisationId), notInArray(unit.id, remaining)))
    return {
      units: units.length,
      people: people.length,
      joined: people.filter((one) => !before.has(one.externalId)).length,
      left: leavers.length,
      moved: people.filter((one) => (before.get(one.externalId)?.unit ?? one.unit) !== one.unit).length,
    }
  })
}

function batches<T>(rows: readonly T[]): T[][] {
  const result: T[][] = []
  for (let start = 0; start < rows.length; start += batchSize)
    result.push(rows.slice(start, start + batchSize))
  return result
}
