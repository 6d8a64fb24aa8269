import type { ScimCutSource } from '@chorus/contracts/scim'
import { eq } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { scimSetting } from '../schema/scim.ts'

export type ScimSettings = {
  readonly unitsFrom: 'groups' | 'department'
  readonly unlocked: boolean
  /** Which cut an attribute feeds. */
  readonly cuts: ScimCuts
}

export type ScimCuts = Readonly<Partial<Record<ScimCutSource, string>>>

export async function readScimSettings(
  tx: Pick<Office, 'select'>,
  organisation: string,
): Promise<ScimSettings> {
  const [row] = await tx
    .select({ unitsFrom: scimSetting.unitsFrom, unlocked: scimSetting.unlocked, cuts: scimSetting.cuts })
    .from(scimSetting)
    .where(eq(scimSetting.organisation, organisation))
  return row ?? { unitsFrom: 'groups', unlocked: false, cuts: {} }
}

export async function writeScimSettings(
  tx: Pick<Office, 'insert'>,
  organisation: string,
  settings: Partial<ScimSettings>,
): Promise<void> {
  await tx
    .insert(scimSetting)
    .values({ organisation, ...settings })
    .onConflictDoUpdate({ target: scimSetting.organisation, set: settings })
}
