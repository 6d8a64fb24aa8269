import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { scimSetting } from '../schema/scim.ts'

export type ScimSettings = { readonly unitsFrom: 'groups' | 'department'; readonly unlocked: boolean }

export async function readScimSettings(
  tx: Pick<Office, 'select'>,
  organisation: string,
): Promise<ScimSettings> {
  const [row] = await tx
    .select({ unitsFrom: scimSetting.unitsFrom, unlocked: scimSetting.unlocked })
    .from(scimSetting)
    .where(eq(scimSetting.organisation, organisation))
  return row ?? { unitsFrom: 'groups', unlocked: false }
}

export async function writeScimSettings(
  tx: Pick<Office, 'insert'>,
  organisation: string,
  settings: ScimSettings,
): Promise<void> {
  await tx
    .insert(scimSetting)
    .values({ organisation, ...settings })
    .onConflictDoUpdate({ target: scimSetting.organisation, set: settings })
}
