import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, inArray, ne, type SQL } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { agreementVersion } from '../schema/agreements.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = typeof agreementVersion.$inferSelect
type Key = { readonly organisation: string; readonly id: string }

/** Versions that somebody proposed, newest first, whatever became of them. */
export async function listVersionsBy(
  office: Office,
  { organisation, person }: { readonly organisation: string; readonly person: string },
): Promise<Row[]> {
  return versionsWhere(
    office,
    and(eq(agreementVersion.organisation, organisation), eq(agreementVersion.proposedBy, person)),
  )
}

/** What units agreed on and what waits, newest first, without what is hidden. @param units null: all of them, also those that are gone */
export async function listVersionsOfUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<Row[]> {
  return versionsWhere(
    office,
    and(
      eq(agreementVersion.organisation, organisation),
      ne(agreementVersion.state, 'withdrawn'),
      units === null ? undefined : inArray(agreementVersion.unit, [...units]),
      isShown('agreement', organisation, agreementVersion.id),
    ),
  )
}

/** Takes a version away that was never in force: what a unit agreed on is nobody's own. @returns whether it is gone */
export async function deleteVersion(office: Office, { organisation, id }: Key): Promise<boolean> {
  return office.transaction(async (tx) => {
    const gone = await tx
      .delete(agreementVersion)
      .where(
        and(
          eq(agreementVersion.organisation, organisation),
          eq(agreementVersion.id, id),
          inArray(agreementVersion.state, ['proposed', 'withdrawn']),
        ),
      )
      .returning({ id: agreementVersion.id })
    if (gone.length > 0) await removeThread(tx, { organisation, kind: 'agreement', id })
    return gone.length > 0
  })
}

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutVersion(
  office: Office,
  { organisation, id }: Key,
  cover: (words: string) => string,
): Promise<boolean> {
  const thisVersion = and(eq(agreementVersion.organisation, organisation), eq(agreementVersion.id, id))
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(agreementVersion).where(thisVersion).for('update')
    if (!row) return false
    const { mustHold, margins, firstHour, firstDay, firstWeek, speakUp } = row.texts
    const texts = {
      mustHold: cover(mustHold),
      margins: cover(margins),
      firstHour: cover(firstHour),
      firstDay: cover(firstDay),
      firstWeek: cover(firstWeek),
      speakUp: cover(speakUp),
    }
    if (isDeepStrictEqual(texts, row.texts)) return false
    await tx.update(agreementVersion).set({ texts }).where(thisVersion)
    return true
  })
}

function versionsWhere(office: Office, condition: SQL | undefined): Promise<Row[]> {
  return office
    .select()
    .from(agreementVersion)
    .where(condition)
    .orderBy(desc(agreementVersion.proposedOn), desc(agreementVersion.id))
}
