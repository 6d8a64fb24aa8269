import { err, ok, type Result } from '@chorus/basics/result'
import type { InstrumentDraft } from '@chorus/contracts/instruments'
import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { instrument } from '../schema/instruments.ts'

export type InstrumentRow = typeof instrument.$inferSelect
type InstrumentKey = { readonly organisation: string; readonly id: string }

/** All versions of all questionnaires, each one's newest first. */
export async function listInstruments(office: Office, organisation: string): Promise<InstrumentRow[]> {
  return office
    .select()
    .from(instrument)
    .where(eq(instrument.organisation, organisation))
    .orderBy(asc(instrument.id), desc(instrument.version))
}

/** All versions of one questionnaire, newest first; empty where there is none. */
export async function findInstrument(office: Office, key: InstrumentKey): Promise<InstrumentRow[]> {
  return office.select().from(instrument).where(of(key)).orderBy(desc(instrument.version))
}

/** A new questionnaire, as the draft of its first version. */
export async function addInstrument(
  office: Office,
  organisation: string,
  content: InstrumentDraft,
): Promise<InstrumentRow> {
  const [row] = await office
    .insert(instrument)
    .values({ organisation, version: 1, state: 'draft', content })
    .returning()
  if (!row) throw new Error('PostgreSQL returned no row for an insert')
  return row
}

/** The next version, as a draft. When two people ask at once, both get the same one. */
export async function addNextVersion(
  office: Office,
  newest: InstrumentRow,
  content: InstrumentDraft,
): Promise<void> {
  const { organisation, id, version } = newest
  await office
    .insert(instrument)
    .values({ organisation, id, version: version + 1, state: 'draft', content })
    .onConflictDoNothing()
}

/** @param revision the one that was read: with a later one, somebody else saved in between */
export async function saveInstrumentDraft(
  office: Office,
  key: InstrumentKey,
  { revision, content }: { readonly revision: number; readonly content: InstrumentDraft },
): Promise<Result<{ revision: number }, { code: 'no-draft' | 'draft-changed' }>> {
  const [row] = await office
    .update(instrument)
    .set({ content, revision: sql`${instrument.revision} + 1` })
    .where(and(draftOf(key), eq(instrument.revision, revision)))
    .returning({ revision: instrument.revision })
  return row ? ok(row) : err({ code: await whyNot(office, key) })
}

/** From here on it can be asked, and never be changed. */
export async function finishInstrument(
  office: Office,
  key: InstrumentKey,
  revision: number,
): Promise<Result<InstrumentRow, { code: 'no-draft' | 'draft-changed' }>> {
  const [row] = await office
    .update(instrument)
    .set({ state: 'final' })
    .where(and(draftOf(key), eq(instrument.revision, revision)))
    .returning()
  return row ? ok(row) : err({ code: await whyNot(office, key) })
}

/** @returns whether there was one */
export async function dropInstrumentDraft(office: Office, key: InstrumentKey): Promise<boolean> {
  const dropped = await office.delete(instrument).where(draftOf(key)).returning({ id: instrument.id })
  return dropped.length > 0
}

async function whyNot(office: Office, key: InstrumentKey): Promise<'no-draft' | 'draft-changed'> {
  const [draft] = await office.select({ id: instrument.id }).from(instrument).where(draftOf(key))
  return draft ? 'draft-changed' : 'no-draft'
}

function of({ organisation, id }: InstrumentKey) {
  return and(eq(instrument.organisation, organisation), eq(instrument.id, id))
}

function draftOf(key: InstrumentKey) {
  return and(of(key), eq(instrument.state, 'draft'))
}
