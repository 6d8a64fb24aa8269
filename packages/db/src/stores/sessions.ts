import { and, eq, lt } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { session } from '../schema/access.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'

export type SessionKey = { readonly organisation: string; readonly id: string }
export type NamedUnit = { readonly id: string; readonly name: string }

/** The signed-in person, as the roster knows the person at this moment. */
export type SignedIn = SessionKey & {
  readonly generation: number
  readonly person: {
    readonly id: string
    readonly name: string
    readonly email: string
    readonly role: 'employee' | 'hr' | 'auditor'
    readonly channel: 'online' | 'paper'
  }
  readonly organisationName: string
  readonly unit: NamedUnit
  readonly leads: readonly NamedUnit[]
}

/** @param endsOn ISO date (UTC) of the last day on which the session is good */
export async function startSession(
  office: Office,
  who: { organisation: string; person: string },
  endsOn: string,
): Promise<SessionKey> {
  const [row] = await office
    .insert(session)
    .values({ ...who, endsOn })
    .returning({ organisation: session.organisation, id: session.id })
  if (!row) throw new Error('PostgreSQL returned no row for an insert')
  return row
}

/** Null when the session was ended, is over, or its person has left. @param today ISO date (UTC) */
export async function findSession(office: Office, key: SessionKey, today: string): Promise<SignedIn | null> {
  const [row] = await office
    .select()
    .from(session)
    .innerJoin(person, and(eq(person.organisation, session.organisation), eq(person.id, session.person)))
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .innerJoin(organisation, eq(organisation.id, session.organisation))
    .where(and(eq(session.organisation, key.organisation), eq(session.id, key.id)))
  if (!row || row.session.endsOn < today) return null
  const leads = await office
    .select({ id: unit.id, name: unit.name })
    .from(unitLead)
    .innerJoin(unit, and(eq(unit.organisation, unitLead.organisation), eq(unit.id, unitLead.unit)))
    .where(and(eq(unitLead.organisation, key.organisation), eq(unitLead.person, row.person.id)))
    .orderBy(unit.name)
  const { id, name, email, role, channel } = row.person
  return {
    ...key,
    generation: row.session.generation,
    person: { id, name, email, role, channel },
    organisationName: row.organisation.name,
    unit: { id: row.unit.id, name: row.unit.name },
    leads,
  }
}

/** Moves the session one generation on; false when another request did so first. */
export async function rotateSession(office: Office, key: SessionKey, from: number): Promise<boolean> {
  const rows = await office
    .update(session)
    .set({ generation: from + 1 })
    .where(
      and(eq(session.organisation, key.organisation), eq(session.id, key.id), eq(session.generation, from)),
    )
    .returning({ id: session.id })
  return rows.length === 1
}

export async function endSession(office: Office, key: SessionKey): Promise<void> {
  await office.delete(session).where(and(eq(session.organisation, key.organisation), eq(session.id, key.id)))
}

/** Forgets sessions that are over. @param today ISO date (UTC) */
export async function forgetPastSessions(office: Office, today: string): Promise<void> {
  await office.delete(session).where(lt(session.endsOn, today))
}
