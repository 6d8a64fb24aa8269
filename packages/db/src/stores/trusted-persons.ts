import { and, asc, eq, isNull, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { trustedPerson } from '../schema/concerns.ts'
import { person } from '../schema/organisation.ts'

/** Somebody whom concerns can be sent to, with the names of today. */
export type TrustedRow = {
  readonly id: string
  readonly name: string
  readonly office: string
  readonly about: string
  readonly languages: string[]
  readonly escalation: string
}

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

export async function insertTrustedPerson(
  office: Office,
  row: Omit<typeof trustedPerson.$inferInsert, 'id' | 'ended'>,
): Promise<string> {
  const [written] = await office.insert(trustedPerson).values(row).returning({ id: trustedPerson.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

/** Concerns that were sent there go to the escalation person. */
export async function endTrustedPerson(office: Office, organisation: string, id: string): Promise<void> {
  await office
    .update(trustedPerson)
    .set({ ended: true })
    .where(and(eq(trustedPerson.organisation, organisation), eq(trustedPerson.id, id)))
}
