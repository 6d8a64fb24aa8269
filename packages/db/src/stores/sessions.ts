import { randomInt, randomUUID } from 'node:crypto'
import { present } from '@chorus/basics/assert'
import { remembered } from '@chorus/basics/remembered'
import { and, eq, isNull, lt, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { sessionPage } from '../schema/access.ts'
import { mailSettings } from '../schema/mail.ts'
import { organisation, person, unit, unitLead } from '../schema/organisation.ts'
import { isAlsoAdministrator } from './founding.ts'
import { hrUnitsOfPerson, standsInAround, standsInAt } from './further-rights.ts'
import type { KnownPerson } from './known-person.ts'
import { type Entry, halves, sessionsOfPage, toColumns, withEntry } from './session-entries.ts'
import { firstOfAll, lockPage, type SessionKey, sessionOf } from './session-pages.ts'

/** The signed-in person. */
export type SignedIn = SessionKey &
  KnownPerson & {
    /** Random numbers that the newest token carries, and the one before it. */
    readonly mark: number
    readonly markBefore: number
  }

/** The key of a new session, and the mark of its first token. */
export async function startSession(
  office: Office,
  who: { organisation: string; person: string },
  endsOn: string,
): Promise<SessionKey & { mark: number }> {
  const entry = { id: randomUUID(), person: who.person, mark: randomMark(), markBefore: randomMark() }
  const key = { organisation: who.organisation, endsOn, id: entry.id }
  await office.transaction(async (tx) => {
    await tx
      .insert(sessionPage)
      .values({ organisation: who.organisation, endsOn, first: firstOfAll, ...toColumns([]) })
      .onConflictDoNothing()
    const page = present(await lockPage(tx, key), 'the page of a new session')
    await writePage(tx, key, page.first, withEntry(page.entries, entry))
  })
  return { ...key, mark: entry.mark }
}

/** Null when the session was ended, is over, or its person has left. */
export async function findSession(
  office: Office,
  { organisation, endsOn, id: session }: SessionKey,
  now: Date,
): Promise<SignedIn | null> {
  const key = { organisation, endsOn, id: session }
  const rows = await personOfSession(office).execute({
    ...key,
    today: now.toISOString().slice(0, 'yyyy-mm-dd'.length),
  })
  const [row] = rows
  if (!row) return null
  const { id, name, email, role, channel } = row.person
  return {
    ...key,
    mark: row.mark,
    markBefore: row.markBefore,
    person: { id, name, email, role, channel, alsoAdministrator: row.alsoAdministrator },
    organisationName: row.organisation.name,
    unit: row.unit,
    leads: rows.flatMap(({ led }) => led ?? []),
    hrUnits: row.hrUnits,
    standsIn: standsInAt(now, row.zone, row.standsIn),
  }
}

/** A session with its person, once for each unit that the person leads, and at least once. Prepared: every signed-in request asks. */
const personOfSession = remembered((office: Office) => {
  const led = alias(unit, 'led')
  const found = sessionOf(office)
  return office
    .select({
      person,
      unit: { id: unit.id, name: unit.name },
      organisation,
      mark: found.mark,
      markBefore: found.markBefore,
      led: { id: led.id, name: led.name },
      hrUnits: hrUnitsOfPerson,
      alsoAdministrator: isAlsoAdministrator,
      standsIn: standsInAround(sql.placeholder('today')),
      zone: mailSettings.zone,
    })
    .from(found)
    .innerJoin(
      person,
      and(eq(person.organisation, found.organisation), eq(person.id, found.person), isNull(person.eraseOn)),
    )
    .innerJoin(unit, and(eq(unit.organisation, person.organisation), eq(unit.id, person.unit)))
    .innerJoin(organisation, eq(organisation.id, found.organisation))
    .leftJoin(mailSettings, eq(mailSettings.organisation, found.organisation))
    .leftJoin(unitLead, and(eq(unitLead.organisation, person.organisation), eq(unitLead.person, person.id)))
    .leftJoin(led, and(eq(led.organisation, unitLead.organisation), eq(led.id, unitLead.unit)))
    .orderBy(led.name)
    .prepare('session with its person')
})

/**
 * Gives the session a new mark. Of two requests that ask at once the second gets what the first was given.
 * @param from the mark of the token that is exchanged
 * @returns the mark that holds now; null when the session is gone, or `from` is older than the mark before
 */
export async function rotateSession(office: Office, key: SessionKey, from: number): Promise<number | null> {
  return office.transaction(async (tx) => {
    const page = await lockPage(tx, key)
    const entry = page?.entries.find(({ id }) => id === key.id)
    if (!page || !entry) return null
    if (entry.mark !== from) return entry.markBefore === from ? entry.mark : null
    const mark = randomMark()
    await writePage(tx, key, page.first, withEntry(page.entries, { ...entry, mark, markBefore: from }))
    return mark
  })
}

export async function endSession(office: Office, key: SessionKey): Promise<void> {
  await office.transaction(async (tx) => {
    const page = await lockPage(tx, key)
    if (!page) return
    const others = page.entries.filter(({ id }) => id !== key.id)
    await writePage(tx, key, page.first, others)
  })
}

/** Forgets an organisation's sessions that are over, all together. @param today ISO date (UTC) */
export async function forgetPastSessions(
  office: Office,
  organisationId: string,
  today: string,
): Promise<void> {
  await office
    .delete(sessionPage)
    .where(and(eq(sessionPage.organisation, organisationId), lt(sessionPage.endsOn, today)))
}

/** Splits a page that is too full at its middle id: ids are random, so the halves say nothing about who came when. */
async function writePage(
  tx: Pick<Office, 'insert' | 'update'>,
  { organisation: organisationId, endsOn }: SessionKey,
  first: string,
  entries: readonly Entry[],
): Promise<void> {
  const [kept, moved] = entries.length > sessionsOfPage ? halves(entries) : [entries, []]
  await tx
    .update(sessionPage)
    .set(toColumns(kept))
    .where(
      and(
        eq(sessionPage.organisation, organisationId),
        eq(sessionPage.endsOn, endsOn),
        eq(sessionPage.first, first),
      ),
    )
  const [firstMoved] = moved
  if (firstMoved)
    await tx
      .insert(sessionPage)
      .values({ organisation: organisationId, endsOn, first: firstMoved.id, ...toColumns(moved) })
}

function randomMark(): number {
  return randomInt(2 ** 31)
}
