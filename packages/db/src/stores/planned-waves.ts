import { and, asc, desc, eq, inArray, isNull, lt } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { programme } from '../schema/collect.ts'
import { plannedWave } from '../schema/jobs.ts'
import { holdProgrammeAlone } from './wave-lock.ts'

export type PlannedWaveRow = typeof plannedWave.$inferSelect
type ProgrammeKey = { readonly organisation: string; readonly programme: string }
type OccurrenceKey = ProgrammeKey & { readonly occurrence: string }

/** An occurrence as the rhythm plans it. */
export type Occurrence = {
  readonly occurrence: string
  readonly opensAt: Date
  readonly closesAt: Date
  readonly remindAt: readonly Date[]
}

/**
 * Accounts for the occurrences that have come since the last time: each gets its one row, as due. The first time nothing has come: a
 * rhythm that is set up today owes nothing for yesterday. Nor does one that is changed: what it would have opened before is accounted for.
 * @param come the occurrences that opened later than `after`, up to now
 */
export async function accountFor(
  office: Office,
  key: ProgrammeKey,
  now: Date,
  come: (after: Date) => readonly Occurrence[],
): Promise<void> {
  const thisOne = and(eq(programme.organisation, key.organisation), eq(programme.id, key.programme))
  await office.transaction(async (tx) => {
    await tx.execute(holdProgrammeAlone(key.programme))
    const [row] = await tx.select({ until: programme.plannedUntil }).from(programme).where(thisOne)
    if (!row) return
    const occurrences = row.until === null ? [] : come(row.until)
    if (occurrences.length > 0) await noteDue(tx, key, occurrences)
    if (row.until === null || row.until < now)
      await tx.update(programme).set({ plannedUntil: now }).where(thisOne)
  })
}

/** Gives each of these occurrences its row, as due, unless it has one. */
export async function noteDue(
  tx: Pick<Office, 'insert'>,
  key: ProgrammeKey,
  occurrences: readonly Occurrence[],
): Promise<void> {
  await tx
    .insert(plannedWave)
    .values(
      occurrences.map(({ remindAt, ...one }) => ({
        ...key,
        ...one,
        remindAt: remindAt.map((moment) => moment.toISOString()),
        state: 'due' as const,
      })),
    )
    .onConflictDoNothing()
}

/** A programme that opens nothing by itself is accounted for anew when it does so again. */
export async function forgetPlan(office: Office, key: ProgrammeKey): Promise<void> {
  await office
    .update(programme)
    .set({ plannedUntil: null })
    .where(and(eq(programme.organisation, key.organisation), eq(programme.id, key.programme)))
}

/** Occurrences that came due and are neither opened nor left out, oldest first. */
export async function listDueWaves(office: Office, key: ProgrammeKey): Promise<PlannedWaveRow[]> {
  return office
    .select()
    .from(plannedWave)
    .where(and(programmeOf(key), eq(plannedWave.state, 'due')))
    .orderBy(asc(plannedWave.opensAt))
}

export async function skipPlannedWave(office: Office, key: OccurrenceKey, reason: string): Promise<void> {
  await office
    .update(plannedWave)
    .set({ state: 'skipped', reason })
    .where(and(occurrenceOf(key), eq(plannedWave.state, 'due')))
}

export async function findPlannedWave(office: Office, key: OccurrenceKey): Promise<PlannedWaveRow | null> {
  const [row] = await office.select().from(plannedWave).where(occurrenceOf(key))
  return row ?? null
}

/** The account behind each of these waves; none for those that were opened by hand. */
export async function plannedWavesOf(
  office: Office,
  organisation: string,
  waves: readonly string[],
): Promise<PlannedWaveRow[]> {
  return office
    .select()
    .from(plannedWave)
    .where(and(eq(plannedWave.organisation, organisation), inArray(plannedWave.wave, [...waves])))
}

/** The newest accounts of an organisation, newest first. */
export async function listPlannedWaves(
  office: Office,
  organisation: string,
  limit: number,
): Promise<PlannedWaveRow[]> {
  return office
    .select()
    .from(plannedWave)
    .where(eq(plannedWave.organisation, organisation))
    .orderBy(desc(plannedWave.opensAt), asc(plannedWave.programme))
    .limit(limit)
}

/**
 * Notes that so many times for reminders have come, and how many rounds there are to be by now. Times that came together, while
 * the server was away, make one round.
 */
export async function noteRemindersCome(
  office: Office,
  key: OccurrenceKey,
  come: number,
  rounds: number,
): Promise<void> {
  await office
    .update(plannedWave)
    .set({ remindersCome: come, rounds })
    .where(and(occurrenceOf(key), lt(plannedWave.remindersCome, come)))
}

/** Within the transaction that opens a wave: whether the occurrence still waits for it. */
export async function isStillDue(tx: Pick<Office, 'select'>, key: OccurrenceKey): Promise<boolean> {
  const [row] = await tx.select({ state: plannedWave.state }).from(plannedWave).where(occurrenceOf(key))
  return row?.state === 'due'
}

/** Within the same transaction: the occurrence was opened as this wave. */
export async function noteOpened(
  tx: Pick<Office, 'update'>,
  key: OccurrenceKey,
  wave: string,
): Promise<void> {
  await tx
    .update(plannedWave)
    .set({ state: 'opened', wave, reason: null })
    .where(and(occurrenceOf(key), isNull(plannedWave.wave)))
}

function programmeOf(key: ProgrammeKey) {
  return and(eq(plannedWave.organisation, key.organisation), eq(plannedWave.programme, key.programme))
}

function occurrenceOf(key: OccurrenceKey) {
  return and(programmeOf(key), eq(plannedWave.occurrence, key.occurrence))
}
