import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { trustedPerson } from '../schema/concerns.ts'
import { organisation as organisations, person } from '../schema/organisation.ts'

/** Somebody whom concerns can be sent to, with the names of today. */
export type TrustedRow = {
  readonly id: string
  readonly name: string
  readonly office: string
  readonly about: string
  readonly languages: string[]
  readonly escalation: string
  readonly also: AlsoIs
  readonly escalationAlso: AlsoIs
}

type AlsoIs = 'hr' | 'administrator' | null

const escalation = alias(person, 'escalation')

/** By name: those who are there, and whose escalation person is. */
export async function listTrustedPersons(office: Office, organisation: string): Promise<TrustedRow[]> {
  return office
    .select({
      id: trustedPerson.id,
      name: person.name,
      office: trustedPerson.office,
      about: trustedPerson.about,
      languages: trustedPerson.languages,
      escalation: escalation.name,
      also: alsoIs(person.role),
      escalationAlso: alsoIs(escalation.role),
    })
    .from(trustedPerson)
    .innerJoin(person, and(eq(person.organisation, organisation), eq(person.id, trustedPerson.person)))
    .innerJoin(
      escalation,
      and(eq(escalation.organisation, organisation), eq(escalation.id, trustedPerson.escalation)),
    )
    .where(
      and(
        eq(trustedPerson.organisation, organisation),
        eq(trustedPerson.ended, false),
        isNull(person.eraseOn),
        isNull(escalation.eraseOn),
      ),
    )
    .orderBy(asc(person.name), asc(trustedPerson.id))
}

function alsoIs(role: typeof person.role | typeof escalation.role) {
  return sql<AlsoIs>`CASE WHEN ${role} IN ('hr', 'administrator') THEN ${role} END`
}

/** Whether somebody is a trusted person or an escalation person, today or of an office that has ended. */
export async function readsConcerns(office: Office, organisation: string, who: string): Promise<boolean> {
  const [row] = await office
    .select({ id: trustedPerson.id })
    .from(trustedPerson)
    .where(
      and(
        eq(trustedPerson.organisation, organisation),
        or(eq(trustedPerson.person, who), eq(trustedPerson.escalation, who)),
      ),
    )
    .limit(1)
  return row !== undefined
}

/**
 * Whether somebody reads concerns, or might again, where changes of the rules need a second person: nobody else gives such a person another
 * address, by which somebody else would sign in and read.
 */
export async function keepsAddressForConcerns(
  tx: Pick<Office, 'select'>,
  organisation: string,
  who: string,
): Promise<boolean> {
  const rows = await tx
    .select({ id: trustedPerson.id })
    .from(trustedPerson)
    .innerJoin(organisations, eq(organisations.id, trustedPerson.organisation))
    .where(
      and(
        eq(trustedPerson.organisation, organisation),
        or(eq(trustedPerson.person, who), eq(trustedPerson.escalation, who)),
        organisations.secondPerson,
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Everybody who reads concerns, or might again, by the organisation's own id, and at which address each signs in. */
export async function listConcernReaders(office: Office, organisation: string): Promise<Map<string, string>> {
  const rows = await office
    .selectDistinct({ id: person.externalId, email: person.email })
    .from(person)
    .innerJoin(
      trustedPerson,
      and(
        eq(trustedPerson.organisation, person.organisation),
        or(eq(trustedPerson.person, person.id), eq(trustedPerson.escalation, person.id)),
      ),
    )
    .where(eq(person.organisation, organisation))
  return new Map(rows.map(({ id, email }) => [id, email]))
}

export async function insertTrustedPerson(
  office: Pick<Office, 'insert'>,
  row: Omit<typeof trustedPerson.$inferInsert, 'ended'>,
): Promise<void> {
  await office.insert(trustedPerson).values(row)
}

/** Concerns that were sent there and are not closed go to the escalation person. @returns false where this was so already */
export async function endTrustedPerson(
  office: Pick<Office, 'update'>,
  organisation: string,
  id: string,
): Promise<boolean> {
  const { rowCount } = await office
    .update(trustedPerson)
    .set({ ended: true })
    .where(
      and(
        eq(trustedPerson.organisation, organisation),
        eq(trustedPerson.id, id),
        eq(trustedPerson.ended, false),
      ),
    )
  return rowCount === 1
}
