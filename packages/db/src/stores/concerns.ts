import { and, asc, eq, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { concern, concernMessage, trustedPerson } from '../schema/concerns.ts'
import { person } from '../schema/organisation.ts'

export type ConcernKey = { readonly organisation: string; readonly id: string }
/** Who asks, and the newest day whose batch has opened (ISO). */
export type ConcernReader = { readonly organisation: string; readonly person: string; readonly today: string }

/** A concern that somebody may read; the box is locked. */
export type ReadableConcern = Omit<typeof concern.$inferSelect, 'mac' | 'trusted'> & {
  readonly office: string
  readonly as: 'trusted' | 'escalation'
}

/**
 * Those that a person may read: sent to the person, or left to the person because they waited for too long or nobody else is there. What a
 * trusted person has closed and is gone is left to nobody, until its sender speaks again.
 */
export async function listReadableConcerns(
  office: Office,
  reader: ConcernReader,
): Promise<ReadableConcern[]> {
  return readable(office, reader).orderBy(asc(concern.readableOn), asc(concern.id))
}

export async function findReadableConcern(
  office: Office,
  reader: ConcernReader,
  id: string,
): Promise<ReadableConcern | null> {
  const [row] = await readable(office, reader, eq(concern.id, id))
  return row ?? null
}

export type ConcernMessageRow = Omit<
  typeof concernMessage.$inferSelect,
  'box' | 'ticketHash' | 'mac' | 'answers'
>

/** What was said of it and can be read on a day, in order. @param today ISO day */
export async function listConcernMessages(
  office: Pick<Office, 'select'>,
  { organisation, id }: ConcernKey,
  today: string,
): Promise<ConcernMessageRow[]> {
  return office
    .select({
      organisation: concernMessage.organisation,
      id: concernMessage.id,
      concern: concernMessage.concern,
      number: concernMessage.number,
      by: concernMessage.by,
      day: concernMessage.day,
      locked: concernMessage.locked,
    })
    .from(concernMessage)
    .where(
      and(
        eq(concernMessage.organisation, organisation),
        eq(concernMessage.concern, id),
        or(sql`${concernMessage.by} <> 'sender'`, lte(concernMessage.day, today)),
      ),
    )
    .orderBy(asc(concernMessage.number))
}

type Said = Pick<typeof concernMessage.$inferSelect, 'id' | 'locked' | 'box' | 'ticketHash'> & {
  readonly by: 'trusted' | 'escalation'
  readonly state: 'read' | 'in work' | 'closed'
  /** Whether it answers the sender; else it says the state alone, and the sender goes on waiting. */
  readonly isAnswer: boolean
  /** ISO day; of a concern that is closed. */
  readonly eraseOn: string | null
}

/** Says something to a sender, and notes the state. @param only in this state, if one is named; else nothing is done */
export async function insertConcernMessage(
  office: Office,
  { organisation, id }: ConcernKey,
  { state, isAnswer, eraseOn, ...said }: Said,
  today: string,
  only?: 'new',
): Promise<void> {
  await office.transaction(async (tx) => {
    const thisConcern = and(eq(concern.organisation, organisation), eq(concern.id, id))
    // Numbers are given one after the other; a sender's reply holds the same.
    await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`concerns ${organisation}`}, 0))`)
    const [now] = await tx.select({ state: concern.state }).from(concern).where(thisConcern)
    if (!now || (only !== undefined && now.state !== only)) return
    const messages = await tx.$count(
      concernMessage,
      and(eq(concernMessage.organisation, organisation), eq(concernMessage.concern, id)),
    )
    await tx
      .insert(concernMessage)
      .values({ organisation, concern: id, number: messages + 1, day: today, ...said })
    await tx
      .update(concern)
      .set({
        state,
        eraseOn,
        // Whoever stands behind and spoke goes on reading, and so it is after an answer that came too late.
        escalated: sql`${concern.escalated} OR ${said.by === 'escalation'} OR (${isAnswer} AND coalesce(${tooLate(today)}, false))`,
        ...(isAnswer && {
          // A reply that cannot be read yet goes on waiting.
          waitingSince: sql`(SELECT min(m.day) FROM concern_message m WHERE m.organisation = ${organisation}
            AND m.concern = ${id} AND m.by = 'sender' AND m.day > ${today}::date)`,
        }),
      })
      .where(thisConcern)
  })
}

/** Erases what was closed long enough ago and waits for nothing. @param today ISO day */
export async function eraseClosedConcerns(
  office: Office,
  organisation: string,
  today: string,
): Promise<number> {
  const { rowCount } = await office
    .delete(concern)
    .where(
      and(
        eq(concern.organisation, organisation),
        eq(concern.state, 'closed'),
        lte(concern.eraseOn, today),
        isNull(concern.waitingSince),
      ),
    )
  return rowCount ?? 0
}

function tooLate(today: string): SQL<boolean> {
  return sql`${concern.waitingSince} + ${concern.escalateAfter}::int <= ${today}::date`
}

function readable(office: Office, reader: ConcernReader, which?: SQL) {
  // Whoever has left is gone as well as whoever is erased.
  const isGone = sql`(${trustedPerson.ended} OR ${person.id} IS NULL)`
  const waits = sql`coalesce(${concern.waitingSince} <= ${reader.today}::date, false)`
  const isTrusted = sql`(${trustedPerson.person} = ${reader.person} AND NOT ${trustedPerson.ended})`
  const isLeft = sql`(${trustedPerson.escalation} = ${reader.person}
    AND (${concern.escalated} OR (${isGone} AND (${concern.state} <> 'closed' OR ${waits})) OR coalesce(${tooLate(reader.today)}, false)))`
  return office
    .select({
      organisation: concern.organisation,
      id: concern.id,
      month: concern.month,
      nf: concern.nf,
      box: concern.box,
      // What was closed and is spoken of again is in work.
      state: sql<ReadableConcern['state']>`CASE WHEN ${concern.state} = 'closed' AND ${waits}
        THEN 'in work' ELSE ${concern.state} END`,
      readableOn: concern.readableOn,
      escalateAfter: concern.escalateAfter,
      waitingSince: sql<string | null>`CASE WHEN ${waits} THEN ${concern.waitingSince} END`,
      escalated: concern.escalated,
      eraseOn: concern.eraseOn,
      office: trustedPerson.office,
      as: sql<ReadableConcern['as']>`CASE WHEN ${isTrusted} THEN 'trusted' ELSE 'escalation' END`,
    })
    .from(concern)
    .innerJoin(
      trustedPerson,
      and(eq(trustedPerson.organisation, concern.organisation), eq(trustedPerson.id, concern.trusted)),
    )
    .leftJoin(
      person,
      and(
        eq(person.organisation, trustedPerson.organisation),
        eq(person.id, trustedPerson.person),
        isNull(person.eraseOn),
      ),
    )
    .where(
      and(
        eq(concern.organisation, reader.organisation),
        lte(concern.readableOn, reader.today),
        which,
        sql`(${isTrusted} OR ${isLeft})`,
      ),
    )
    .$dynamic()
}
