import { err, ok, type Result } from '@chorus/basics/result'
import { and, asc, eq, isNull, lt } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { personalToken } from '../schema/access.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import { isAlsoAdministrator } from './founding.ts'
import { hrUnitsOfPerson } from './further-rights.ts'
import type { KnownPerson } from './known-person.ts'

type Owner = { readonly organisation: string; readonly person: string }
type TokenRow = { readonly id: string; readonly name: string; readonly endsOn: string }

/** Also forgets the owner's tokens that have ended. @param today ISO date (UTC) */
export async function addPersonalToken(
  office: Office,
  token: Owner & { readonly name: string; readonly endsOn: string; readonly tokenHash: Buffer },
  today: string,
): Promise<TokenRow> {
  await office.delete(personalToken).where(and(ownedBy(token), lt(personalToken.endsOn, today)))
  const [row] = await office.insert(personalToken).values(token).returning(shown)
  if (!row) throw new Error('PostgreSQL returned no row for an insert')
  return row
}

export async function listPersonalTokens(office: Office, owner: Owner): Promise<TokenRow[]> {
  return office
    .select(shown)
    .from(personalToken)
    .where(ownedBy(owner))
    .orderBy(asc(personalToken.endsOn), asc(personalToken.id))
}

/** @returns the name of the token that is gone now; null when its owner has none of this id */
export async function revokePersonalToken(office: Office, owner: Owner, id: string): Promise<string | null> {
  const [row] = await office
    .delete(personalToken)
    .where(and(ownedBy(owner), eq(personalToken.id, id)))
    .returning({ name: personalToken.name })
  return row?.name ?? null
}

/**
 * The owner of a token as the roster knows the person at this moment, once the token was found and has not ended.
 * @param today ISO date (UTC)
 */
export async function findTokenOwner(
  office: Office,
  tokenHash: Buffer,
  today: string,
): Promise<Result<KnownPerson & { readonly token: string }, { code: 'token-not-valid' | 'token-ended' }>> {
  const led = alias(unit, 'led')
  const rows = await office
    .select({
      token: personalToken,
      person,
      unit: { id: unit.id, name: unit.name },
      organisation,
      led: { id: led.id, name: led.name },
      hrUnits: hrUnitsOfPerson,
      alsoAdministrator: isAlsoAdministrator,
    })
    .from(personalToken)
    .innerJoin(
      person,
      and(
        eq(person.organisation, personalToken.organisation),
        eq(person.id, personalToken.person),
        isNull(person.eraseOn),
      ),
    )
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .innerJoin(organisation, eq(organisation.id, personalToken.organisation))
    .leftJoin(unitLead, and(eq(unitLead.organisation, person.organisation), eq(unitLead.person, person.id)))
    .leftJoin(led, and(eq(led.organisation, unitLead.organisation), eq(led.id, unitLead.unit)))
    .where(eq(personalToken.tokenHash, tokenHash))
    .orderBy(led.name)
  const [row] = rows
  if (!row) return err({ code: 'token-not-valid' })
  if (row.token.endsOn < today) return err({ code: 'token-ended' })
  const { id, name, email, role, channel } = row.person
  return ok({
    token: row.token.name,
    organisation: row.organisation.id,
    person: { id, name, email, role, channel, alsoAdministrator: row.alsoAdministrator },
    organisationName: row.organisation.name,
    unit: row.unit,
    leads: rows.flatMap((one) => one.led ?? []),
    hrUnits: row.hrUnits,
    // A program has no absence to bridge.
    standsIn: [],
  })
}

const shown = { id: personalToken.id, name: personalToken.name, endsOn: personalToken.endsOn }

function ownedBy(owner: Owner) {
  return and(eq(personalToken.organisation, owner.organisation), eq(personalToken.person, owner.person))
}
