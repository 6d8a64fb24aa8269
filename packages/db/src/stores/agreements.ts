import type { AgreementTexts } from '@chorus/contracts/agreements'
import { and, asc, desc, eq, inArray, isNull, max, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { agreementSignature, agreementVersion } from '../schema/agreements.ts'
import { person } from '../schema/organisation.ts'

type Row = typeof agreementVersion.$inferSelect
export type VersionRow = Row & { readonly proposerName: string | null; readonly deciderName: string | null }
type VersionKey = { readonly organisation: string; readonly id: string }

/** All versions of a unit, the newest first. */
export async function listVersions(
  office: Office,
  organisation: string,
  unit: string,
): Promise<VersionRow[]> {
  return withNames(office)
    .where(and(eq(agreementVersion.organisation, organisation), eq(agreementVersion.unit, unit)))
    .orderBy(desc(agreementVersion.number), desc(agreementVersion.proposedOn), desc(agreementVersion.id))
}

export async function findVersion(
  office: Office,
  { organisation, id }: VersionKey,
): Promise<VersionRow | null> {
  const [row] = await withNames(office).where(
    and(eq(agreementVersion.organisation, organisation), eq(agreementVersion.id, id)),
  )
  return row ?? null
}

export async function proposeVersion(
  office: Office,
  row: {
    organisation: string
    unit: string
    unitName: string
    texts: AgreementTexts
    proposedBy: string | null
    proposedOn: string
  },
): Promise<string> {
  const [written] = await office
    .insert(agreementVersion)
    .values({ ...row, state: 'proposed' })
    .returning({ id: agreementVersion.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

type Decision = { readonly by: string | null; readonly on: string }

/** Puts a proposed version in force, in the place of the one that was. @returns whether it was still proposed */
export async function putInForce(
  office: Office,
  { organisation, id, unit }: VersionKey & { readonly unit: string },
  { by, on }: Decision,
): Promise<boolean> {
  const ofUnit = and(eq(agreementVersion.organisation, organisation), eq(agreementVersion.unit, unit))
  return office.transaction(async (tx) => {
    // One after the other, so that two who press at once do not get the same number.
    await tx.execute(
      sql`SELECT pg_advisory_xact_lock(hashtextextended(${`agreement ${organisation} ${unit}`}, 0))`,
    )
    const [last] = await tx
      .select({ number: max(agreementVersion.number) })
      .from(agreementVersion)
      .where(ofUnit)
    const put = await tx
      .update(agreementVersion)
      .set({ state: 'in force', number: (last?.number ?? 0) + 1, decidedBy: by, decidedOn: on })
      .where(and(ofUnit, eq(agreementVersion.id, id), eq(agreementVersion.state, 'proposed')))
      .returning({ id: agreementVersion.id })
    if (put.length === 0) return false
    await tx
      .update(agreementVersion)
      .set({ state: 'replaced' })
      .where(and(ofUnit, eq(agreementVersion.state, 'in force'), sql`${agreementVersion.id} <> ${id}`))
    return true
  })
}

/** @returns whether it was still proposed */
export async function withdrawVersion(
  office: Office,
  { organisation, id }: VersionKey,
  { by, on }: Decision,
): Promise<boolean> {
  const withdrawn = await office
    .update(agreementVersion)
    .set({ state: 'withdrawn', decidedBy: by, decidedOn: on })
    .where(
      and(
        eq(agreementVersion.organisation, organisation),
        eq(agreementVersion.id, id),
        eq(agreementVersion.state, 'proposed'),
      ),
    )
    .returning({ id: agreementVersion.id })
  return withdrawn.length > 0
}

/** Signing twice changes nothing. */
export async function signVersion(
  office: Office,
  row: { organisation: string; version: string; person: string; on: string },
): Promise<void> {
  await office.insert(agreementSignature).values(row).onConflictDoNothing()
}

/** Who has signed a version and is still there, by name. */
export async function listSignatures(
  office: Office,
  organisation: string,
  version: string,
): Promise<{ person: string; name: string }[]> {
  return office
    .select({ person: person.id, name: person.name })
    .from(agreementSignature)
    .innerJoin(
      person,
      and(
        eq(person.organisation, agreementSignature.organisation),
        eq(person.id, agreementSignature.person),
        isNull(person.eraseOn),
      ),
    )
    .where(and(eq(agreementSignature.organisation, organisation), eq(agreementSignature.version, version)))
    .orderBy(asc(person.name), asc(person.id))
}

/** Which of these units have a version in force, and whether somebody has signed it. */
export async function listUnitsWithAgreement(
  office: Office,
  organisation: string,
  units: readonly string[],
  reader: string,
): Promise<Map<string, { signed: boolean }>> {
  const rows = await office
    .select({ unit: agreementVersion.unit, signed: agreementSignature.person })
    .from(agreementVersion)
    .leftJoin(
      agreementSignature,
      and(
        eq(agreementSignature.organisation, agreementVersion.organisation),
        eq(agreementSignature.version, agreementVersion.id),
        eq(agreementSignature.person, reader),
      ),
    )
    .where(
      and(
        eq(agreementVersion.organisation, organisation),
        inArray(agreementVersion.unit, [...units]),
        eq(agreementVersion.state, 'in force'),
      ),
    )
  return new Map(
    rows.flatMap(({ unit, signed }) => (unit === null ? [] : [[unit, { signed: signed !== null }]])),
  )
}

const proposer = alias(person, 'proposer')
const decider = alias(person, 'decider')

function withNames(office: Office) {
  return office
    .select({
      organisation: agreementVersion.organisation,
      id: agreementVersion.id,
      unit: agreementVersion.unit,
      unitName: agreementVersion.unitName,
      texts: agreementVersion.texts,
      state: agreementVersion.state,
      number: agreementVersion.number,
      proposedBy: agreementVersion.proposedBy,
      proposedOn: agreementVersion.proposedOn,
      decidedBy: agreementVersion.decidedBy,
      decidedOn: agreementVersion.decidedOn,
      proposerName: proposer.name,
      deciderName: decider.name,
    })
    .from(agreementVersion)
    .leftJoin(
      proposer,
      and(
        eq(proposer.organisation, agreementVersion.organisation),
        eq(proposer.id, agreementVersion.proposedBy),
        isNull(proposer.eraseOn),
      ),
    )
    .leftJoin(
      decider,
      and(
        eq(decider.organisation, agreementVersion.organisation),
        eq(decider.id, agreementVersion.decidedBy),
        isNull(decider.eraseOn),
      ),
    )
}
