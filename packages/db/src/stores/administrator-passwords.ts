import { and, eq, isNull, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { withinOrganisation } from '../organisation-scope.ts'
import { administratorPassword } from '../schema/access.ts'
import { person } from '../schema/organisation.ts'
import { isAlsoAdministrator } from './founding.ts'
import { nobodyYet } from './sign-in-tries.ts'
import { organisationsOfEmail } from './whose.ts'

type PasswordOwner = { readonly organisation: string; readonly person: string }
export type PasswordRow = typeof administratorPassword.$inferSelect

export async function findPassword(office: Office, owner: PasswordOwner): Promise<PasswordRow | null> {
  const [row] = await office.select().from(administratorPassword).where(ownedBy(owner))
  return row ?? null
}

/**
 * Of whoever has this address and is an administrator at this moment: one in each organisation at most. Where nobody has it, as many questions are
 * asked as where one organisation knows it, so that the time does not tell.
 */
export async function findPasswordsByEmail(office: Office, email: string): Promise<PasswordRow[]> {
  const found: PasswordRow[] = []
  const organisations = await organisationsOfEmail(office, email)
  for (const organisation of organisations.length > 0 ? organisations : [nobodyYet])
    found.push(...(await withinOrganisation(organisation, () => passwordsOfScope(office, email))))
  return found
}

async function passwordsOfScope(office: Office, email: string): Promise<PasswordRow[]> {
  const rows = await office
    .select({ password: administratorPassword })
    .from(administratorPassword)
    .innerJoin(
      person,
      and(
        eq(person.organisation, administratorPassword.organisation),
        eq(person.id, administratorPassword.person),
      ),
    )
    .where(
      and(
        eq(person.email, sql`lower(${email})`),
        or(eq(person.role, 'administrator'), isAlsoAdministrator),
        isNull(person.eraseOn),
      ),
    )
  return rows.map(({ password }) => password)
}

export async function setPassword(office: Office, row: PasswordRow): Promise<void> {
  const { organisation: _, person: __, ...set } = row
  await office
    .insert(administratorPassword)
    .values(row)
    .onConflictDoUpdate({ target: [administratorPassword.organisation, administratorPassword.person], set })
}

/** @returns whether there was one */
export async function removePassword(office: Office, owner: PasswordOwner): Promise<boolean> {
  const gone = await office
    .delete(administratorPassword)
    .where(ownedBy(owner))
    .returning({ person: administratorPassword.person })
  return gone.length > 0
}

/**
 * Notes a step of the second factor as used; the newest three marks are kept, as many as steps are taken at any moment.
 * @returns false when it was used before: of two requests with one code the second gets that
 */
export async function useStep(office: Office, owner: PasswordOwner, mark: string): Promise<boolean> {
  const { usedSteps } = administratorPassword
  const used = await office
    .update(administratorPassword)
    .set({
      usedSteps: sql`(${usedSteps} || ${mark}::text)[greatest(1, cardinality(${usedSteps}) - 1):]`,
    })
    .where(and(ownedBy(owner), sql`NOT ${mark}::text = ANY (${usedSteps})`))
    .returning({ person: administratorPassword.person })
  return used.length > 0
}

/** @returns false when it is none of those that are left */
export async function useRecoveryCode(office: Office, owner: PasswordOwner, mark: string): Promise<boolean> {
  const { recoveryCodes } = administratorPassword
  const used = await office
    .update(administratorPassword)
    .set({ recoveryCodes: sql`array_remove(${recoveryCodes}, ${mark}::text)` })
    .where(and(ownedBy(owner), sql`${mark}::text = ANY (${recoveryCodes})`))
    .returning({ person: administratorPassword.person })
  return used.length > 0
}

function ownedBy(owner: PasswordOwner) {
  return and(
    eq(administratorPassword.organisation, owner.organisation),
    eq(administratorPassword.person, owner.person),
  )
}
