import { err, ok, type Result } from '@chorus/basics/result'
import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { cohort, sheet, wave } from '../schema/collect.ts'
import { holdWaveOpen } from './wave-lock.ts'

export type SheetsKey = { readonly organisation: string; readonly wave: string; readonly cohort: string }

/** A cohort with people who answer on paper. */
export type PaperCohort = {
  readonly id: string
  readonly label: string
  /** People who were marked when the wave opened. */
  readonly people: number
  /** How many sheets it has: none where the people are too few. */
  readonly sheets: number
  /** How often codes were made. */
  readonly print: number
  readonly handedOut: boolean
}

export type SheetsRefused =
  | { code: 'unknown-wave' }
  | { code: 'wave-not-open' }
  | { code: 'no-sheets' }
  | { code: 'sheets-handed-out' }
  | { code: 'sheets-not-printed' }
  | { code: 'sheets-printed-anew' }

/** Cohorts with people who answer on paper, by name. Nothing in here depends on which sheets were used. */
export async function listPaperCohorts(
  office: Office,
  key: { organisation: string; wave: string },
): Promise<PaperCohort[]> {
  return office
    .select({
      id: cohort.id,
      label: cohort.label,
      people: cohort.paper,
      sheets: sql<number>`count(${sheet.slot})::int`,
      print: sql<number>`coalesce(max(${sheet.print}), 0)`,
      handedOut: sql<boolean>`coalesce(bool_or(${sheet.handedOut}), false)`,
    })
    .from(cohort)
    .leftJoin(
      sheet,
      and(
        eq(sheet.organisation, cohort.organisation),
        eq(sheet.wave, cohort.wave),
        eq(sheet.cohort, cohort.id),
      ),
    )
    .where(and(eq(cohort.organisation, key.organisation), eq(cohort.wave, key.wave), gt(cohort.paper, 0)))
    .groupBy(cohort.id, cohort.label, cohort.paper)
    .orderBy(asc(cohort.label), asc(cohort.id))
}

/** Waves that have sheets and take answers now: what somebody who answers on paper is told of. */
export async function listWavesOnPaper(
  office: Office,
  organisation: string,
  now: Date,
): Promise<{ wave: string; label: string; closes: Date }[]> {
  return office
    .selectDistinct({ wave: wave.id, label: wave.label, closes: wave.closesAt })
    .from(wave)
    .innerJoin(sheet, and(eq(sheet.organisation, wave.organisation), eq(sheet.wave, wave.id)))
    .where(and(eq(wave.organisation, organisation), eq(wave.stage, 'open'), gt(wave.closesAt, now)))
    .orderBy(asc(wave.closesAt), asc(wave.id))
}

/**
 * Gives every sheet of a cohort a new code. Those of an earlier print stop working; after the sheets were handed out
 * there is no other print, for good.
 * @param makeHash SHA-256 of wave and a new random code, called once for each sheet
 * @returns the number of this print, 1 for the first
 */
export async function printSheets(
  office: Office,
  key: SheetsKey,
  makeHash: () => Buffer,
  now: Date,
): Promise<Result<number, SheetsRefused>> {
  return office.transaction(async (tx) => {
    const held = await holdSheets(tx, key, now)
    if (!held.ok) return held
    const print = held.value.print + 1
    for (const slot of held.value.slots)
      await tx
        .update(sheet)
        .set({ codeHash: makeHash(), print })
        .where(and(sheetsOf(key), eq(sheet.slot, slot)))
    return ok(print)
  })
}

/**
 * From now on the codes of the last print work, and no others are ever made.
 * @param print the print that was handed out: refused when there is a later one, whose codes are on other paper
 */
export async function handOutSheets(
  office: Office,
  key: SheetsKey,
  print: number,
  now: Date,
): Promise<Result<number, SheetsRefused>> {
  return office.transaction(async (tx) => {
    const held = await holdSheets(tx, key, now)
    if (!held.ok) return held
    if (held.value.print === 0) return err({ code: 'sheets-not-printed' })
    if (held.value.print !== print) return err({ code: 'sheets-printed-anew' })
    await tx.update(sheet).set({ handedOut: true }).where(sheetsOf(key))
    return ok(held.value.slots.length)
  })
}

/** Holds the sheets of an open wave until the transaction ends, unless they were handed out. */
async function holdSheets(
  tx: Pick<Office, 'select' | 'execute'>,
  key: SheetsKey,
  now: Date,
): Promise<Result<{ slots: number[]; print: number }, SheetsRefused>> {
  await tx.execute(holdWaveOpen(key.wave))
  const [open] = await tx
    .select({ stage: wave.stage, closesAt: wave.closesAt })
    .from(wave)
    .where(and(eq(wave.organisation, key.organisation), eq(wave.id, key.wave)))
  if (!open) return err({ code: 'unknown-wave' })
  if (open.stage !== 'open' || open.closesAt <= now) return err({ code: 'wave-not-open' })
  const rows = await tx
    .select({ slot: sheet.slot, print: sheet.print, handedOut: sheet.handedOut })
    .from(sheet)
    .where(sheetsOf(key))
    .orderBy(asc(sheet.slot))
    .for('update')
  const [first] = rows
  if (!first) return err({ code: 'no-sheets' })
  if (first.handedOut) return err({ code: 'sheets-handed-out' })
  return ok({ slots: rows.map(({ slot }) => slot), print: first.print })
}

function sheetsOf(key: SheetsKey) {
  return and(eq(sheet.organisation, key.organisation), eq(sheet.wave, key.wave), eq(sheet.cohort, key.cohort))
}
