import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { withinOrganisation } from '../organisation-scope.ts'
import { signInProvider } from '../schema/access.ts'
import { organisationsWithProvider } from './whose.ts'

export type SignInProviderRow = typeof signInProvider.$inferSelect

export async function findSignInProvider(
  office: Pick<Office, 'select'>,
  organisation: string,
): Promise<SignInProviderRow | null> {
  const [row] = await office
    .select()
    .from(signInProvider)
    .where(eq(signInProvider.organisation, organisation))
  return row ?? null
}

/** Those that may be offered, of all organisations, by name. */
export async function listOfferedProviders(office: Office): Promise<SignInProviderRow[]> {
  const found: SignInProviderRow[] = []
  for (const organisation of await organisationsWithProvider(office)) {
    const row = await withinOrganisation(organisation, () => findSignInProvider(office, organisation))
    if (row?.offered) found.push(row)
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, 'en'))
}

export async function setSignInProvider(
  office: Pick<Office, 'insert'>,
  row: SignInProviderRow,
): Promise<void> {
  const { organisation: _, ...set } = row
  await office
    .insert(signInProvider)
    .values(row)
    .onConflictDoUpdate({ target: signInProvider.organisation, set })
}

export async function removeSignInProvider(
  office: Pick<Office, 'delete'>,
  organisation: string,
): Promise<void> {
  await office.delete(signInProvider).where(eq(signInProvider.organisation, organisation))
}
