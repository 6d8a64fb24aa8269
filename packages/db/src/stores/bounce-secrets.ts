import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { bounceSecret } from '../schema/mail.ts'

/** The only one of the organisation: the one before opens nothing any more. @param madeOn ISO date (UTC) */
export async function replaceBounceSecret(
  office: Office,
  secret: { readonly organisation: string; readonly hash: Buffer; readonly madeOn: string },
): Promise<void> {
  const { hash, madeOn } = secret
  await office
    .insert(bounceSecret)
    .values(secret)
    .onConflictDoUpdate({ target: bounceSecret.organisation, set: { hash, madeOn } })
}

/** @returns whether there was one */
export async function removeBounceSecret(office: Office, organisation: string): Promise<boolean> {
  const { rowCount } = await office.delete(bounceSecret).where(eq(bounceSecret.organisation, organisation))
  return rowCount === 1
}

/** The day on which it was made, ISO (UTC); null where there is none. */
export async function bounceSecretMadeOn(office: Office, organisation: string): Promise<string | null> {
  const [row] = await office
    .select({ madeOn: bounceSecret.madeOn })
    .from(bounceSecret)
    .where(eq(bounceSecret.organisation, organisation))
  return row?.madeOn ?? null
}
