import { asc, eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { signInProvider } from '../schema/access.ts'

export type SignInProviderRow = typeof signInProvider.$inferSelect

export async function findSignInProvider(
  office: Office,
  organisation: string,
): Promise<SignInProviderRow | null> {
  const [row] = await office
    .select()
    .from(signInProvider)
    .where(eq(signInProvider.organisation, organisation))
  return row ?? null
}

/** Those that the sign-in page shows, by name. */
export async function listOfferedProviders(
  office: Office,
): Promise<{ organisation: string; name: string }[]> {
  return office
    .select({ organisation: signInProvider.organisation, name: signInProvider.name })
    .from(signInProvider)
    .where(eq(signInProvider.offered, true))
    .orderBy(asc(signInProvider.name), asc(signInProvider.organisation))
}

export async function setSignInProvider(office: Office, row: SignInProviderRow): Promise<void> {
  const { organisation: _, ...set } = row
  await office
    .insert(signInProvider)
    .values(row)
    .onConflictDoUpdate({ target: signInProvider.organisation, set })
}

/** @returns its name; null when there was none */
export async function removeSignInProvider(office: Office, organisation: string): Promise<string | null> {
  const [row] = await office
    .delete(signInProvider)
    .where(eq(signInProvider.organisation, organisation))
    .returning({ name: signInProvider.name })
  return row?.name ?? null
}
