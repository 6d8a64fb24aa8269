import { type ConcernSettings, usualConcernSettings } from '@chorus/contracts/concerns'
import { eq } from 'drizzle-orm'
import type { Office, Urn } from '../database.ts'
import { concernSetting } from '../schema/concerns.ts'
import { mailSettings } from '../schema/mail.ts'

export type StoredConcernSettings = ConcernSettings & {
  /** ISO day: of which batches trusted persons were told by mail; null before the first. */
  readonly toldUntil: string | null
}

export async function readConcernSettings(
  connection: Pick<Office | Urn, 'select'>,
  organisation: string,
): Promise<StoredConcernSettings> {
  const [row] = await connection
    .select({
      answerWithinDays: concernSetting.answerWithinDays,
      eraseAfterDays: concernSetting.eraseAfterDays,
      toldUntil: concernSetting.toldUntil,
    })
    .from(concernSetting)
    .where(eq(concernSetting.organisation, organisation))
  return row ?? { ...usualConcernSettings, toldUntil: null }
}

export async function writeConcernSettings(
  office: Pick<Office, 'insert'>,
  organisation: string,
  settings: ConcernSettings,
): Promise<void> {
  await office
    .insert(concernSetting)
    .values({ organisation, ...settings })
    .onConflictDoUpdate({ target: concernSetting.organisation, set: settings })
}

/** @param day ISO day */
export async function noteConcernsTold(
  office: Pick<Office, 'insert'>,
  organisation: string,
  day: string,
): Promise<void> {
  await office
    .insert(concernSetting)
    .values({ organisation, ...usualConcernSettings, toldUntil: day })
    .onConflictDoUpdate({ target: concernSetting.organisation, set: { toldUntil: day } })
}

/** The organisation's zone, for whoever knows no more of its settings; null until somebody said it. */
export async function zoneOf(urn: Urn, organisation: string): Promise<string | null> {
  const [row] = await urn
    .select({ zone: mailSettings.zone })
    .from(mailSettings)
    .where(eq(mailSettings.organisation, organisation))
  return row?.zone ?? null
}
