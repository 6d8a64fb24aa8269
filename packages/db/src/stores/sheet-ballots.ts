import { err, ok, type Result } from '@chorus/basics/result'
import { unitDimension } from '@chorus/contracts/collect'
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type { Issuer } from '../database.ts'
import { participationPage, sheet } from '../schema/collect.ts'
import { noteCollected, type Place, type TagOf } from './note-collected.ts'
import { slotsOfPage } from './participation-pages.ts'
import { stageOf } from './urn.ts'
import { whileWaveIsOpen } from './wave-lock.ts'

/** The sheet that somebody holds, known by its code alone. */
export type SheetKey = { readonly organisation: string; readonly wave: string; readonly codeHash: Buffer }

export type SheetRefused =
  | { code: 'unknown-wave' }
  | { code: 'wave-not-open' }
  | { code: 'sheet-code-not-valid' }
  | { code: 'sheet-not-handed-out' }
  | { code: 'sheet-already-used' }

/** The place of a sheet whose code works and was not used yet. Changes nothing. */
export async function findSheet(
  issuer: Pick<Issuer, 'select'>,
  key: SheetKey,
  now: Date,
): Promise<Result<Place, SheetRefused>> {
  const found = await placeOf(issuer, key, now)
  if (!found.ok) return found
  const { cohort, slot } = found.value
  const [page] = await issuer
    .select({ bit: sql<number>`get_bit(${participationPage.bits}, ${slot % slotsOfPage})` })
    .from(participationPage)
    .where(
      and(
        eq(participationPage.organisation, key.organisation),
        eq(participationPage.wave, key.wave),
        eq(participationPage.cohort, cohort),
        eq(participationPage.page, Math.floor(slot / slotsOfPage)),
      ),
    )
  return page?.bit === 1 ? err({ code: 'sheet-already-used' }) : found
}

/** Notes that a ballot is collected with a sheet, by the very marks that a person leaves; the sheet's own row stays as it is. */
export async function collectSheetBallot(
  issuer: Issuer,
  key: SheetKey,
  tagOf: TagOf,
  now: Date,
): Promise<Result<Place, SheetRefused>> {
  return whileWaveIsOpen(issuer, key.wave, async (client) => {
    const found = await placeOf(drizzle(client), key, now)
    if (!found.ok) return found
    return (await noteCollected(client, key, [found.value], tagOf))
      ? found
      : err({ code: 'sheet-already-used' })
  })
}

async function placeOf(
  connection: Pick<Issuer, 'select'>,
  { organisation, wave, codeHash }: SheetKey,
  now: Date,
): Promise<Result<Place, SheetRefused>> {
  const open = await stageOf(connection, wave)
  if (!open) return err({ code: 'unknown-wave' })
  if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
  const [row] = await connection
    .select({ cohort: sheet.cohort, slot: sheet.slot, handedOut: sheet.handedOut })
    .from(sheet)
    .where(and(eq(sheet.organisation, organisation), eq(sheet.wave, wave), eq(sheet.codeHash, codeHash)))
  if (!row) return err({ code: 'sheet-code-not-valid' })
  if (!row.handedOut) return err({ code: 'sheet-not-handed-out' })
  return ok({ dimension: unitDimension, cohort: row.cohort, slot: row.slot })
}
