import { and, desc, eq, inArray, isNotNull, isNull, or, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { reflectionPolicy, reflectionSession } from '../schema/reflections.ts'
import { isShown } from './targets.ts'

type Row = typeof reflectionSession.$inferSelect
type NewReflection = Pick<
  Row,
  | 'organisation'
  | 'unit'
  | 'unitName'
  | 'title'
  | 'prompts'
  | 'facilitator'
  | 'begun'
  | 'quietUntil'
  | 'everyWeeks'
  | 'keepDays'
>
/** A session with the names of today, and whether its unit held a later one. */
export type ReflectionRow = Row & { readonly facilitatorName: string | null; readonly isLast: boolean }
type ReflectionKey = { readonly organisation: string; readonly id: string }

/** The newest sessions of the units that somebody takes part in, and of those that the person reads, once they have a summary; none that is hidden. */
export async function listReflections(
  office: Office,
  {
    organisation,
    takesPartIn,
    reads,
  }: { organisation: string; takesPartIn: readonly string[]; reads: readonly string[] | null },
  { before, unit: only, limit }: { before: string | undefined; unit: string | undefined; limit: number },
): Promise<ReflectionRow[]> {
  const older =
    before === undefined
      ? undefined
      : sql`(${reflectionSession.begun}, ${reflectionSession.id}) < (SELECT begun, id FROM ${reflectionSession} WHERE organisation = ${organisation} AND id = ${before})`
  const readable = or(
    inArray(reflectionSession.unit, [...takesPartIn]),
    and(
      isNotNull(reflectionSession.summarised),
      reads === null ? undefined : inArray(reflectionSession.unit, [...reads]),
    ),
  )
  return withNames(office)
    .where(
      and(
        eq(reflectionSession.organisation, organisation),
        only === undefined ? undefined : eq(reflectionSession.unit, only),
        readable,
        isShown('session', organisation, reflectionSession.id),
        older,
      ),
    )
    .orderBy(desc(reflectionSession.begun), desc(reflectionSession.id))
    .limit(limit)
}

export async function findReflection(office: Office, key: ReflectionKey): Promise<ReflectionRow | null> {
  const [row] = await withNames(office).where(thisSession(key))
  return row ?? null
}

export async function insertReflection(office: Office, row: NewReflection): Promise<string> {
  const [written] = await office.insert(reflectionSession).values(row).returning({ id: reflectionSession.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

/** Notes when the quiet time was over. @returns whether that was not noted before */
export async function openReflection(office: Office, key: ReflectionKey, at: Date): Promise<boolean> {
  const { rowCount } = await office
    .update(reflectionSession)
    .set({ opened: at })
    .where(and(thisSession(key), isNull(reflectionSession.opened)))
  return (rowCount ?? 0) > 0
}

/** Writes the summary, or corrects it; the day on which posts are erased counts from the first one. */
export async function summariseReflection(
  office: Office,
  key: ReflectionKey,
  words: { readonly heard: string; readonly doing: string },
  now: Date,
): Promise<void> {
  await office
    .update(reflectionSession)
    .set({
      ...words,
      summarised: sql`coalesce(${reflectionSession.summarised}, ${now.toISOString()}::timestamptz)`,
    })
    .where(thisSession(key))
}

/** In which of these units everybody begins sessions. */
export async function listWhereEverybodyBegins(
  office: Office,
  organisation: string,
  units: readonly string[],
): Promise<Set<string>> {
  const rows = await office
    .select({ unit: reflectionPolicy.unit })
    .from(reflectionPolicy)
    .where(
      and(
        eq(reflectionPolicy.organisation, organisation),
        inArray(reflectionPolicy.unit, [...units]),
        eq(reflectionPolicy.everybodyBegins, true),
      ),
    )
  return new Set(rows.map((row) => row.unit))
}

export async function setWhoBegins(
  office: Office,
  row: { organisation: string; unit: string; everybodyBegins: boolean },
): Promise<void> {
  await office
    .insert(reflectionPolicy)
    .values(row)
    .onConflictDoUpdate({
      target: [reflectionPolicy.organisation, reflectionPolicy.unit],
      set: { everybodyBegins: row.everybodyBegins },
    })
}

function withNames(office: Office) {
  return office
    .select({
      organisation: reflectionSession.organisation,
      id: reflectionSession.id,
      unit: reflectionSession.unit,
      unitName: sql<string>`coalesce(${unit.name}, ${reflectionSession.unitName})`,
      title: reflectionSession.title,
      prompts: reflectionSession.prompts,
      facilitator: reflectionSession.facilitator,
      facilitatorName: person.name,
      begun: reflectionSession.begun,
      quietUntil: reflectionSession.quietUntil,
      opened: reflectionSession.opened,
      everyWeeks: reflectionSession.everyWeeks,
      keepDays: reflectionSession.keepDays,
      heard: reflectionSession.heard,
      doing: reflectionSession.doing,
      summarised: reflectionSession.summarised,
      isLast: sql<boolean>`NOT EXISTS (
        SELECT FROM reflection_session AS later
        WHERE later.organisation = ${reflectionSession.organisation} AND later.unit = ${reflectionSession.unit}
          AND later.begun > ${reflectionSession.begun})`,
    })
    .from(reflectionSession)
    .leftJoin(
      unit,
      and(eq(unit.organisation, reflectionSession.organisation), eq(unit.id, reflectionSession.unit)),
    )
    .leftJoin(
      person,
      and(
        eq(person.organisation, reflectionSession.organisation),
        eq(person.id, reflectionSession.facilitator),
        isNull(person.eraseOn),
      ),
    )
}

function thisSession({ organisation, id }: ReflectionKey) {
  return and(eq(reflectionSession.organisation, organisation), eq(reflectionSession.id, id))
}
