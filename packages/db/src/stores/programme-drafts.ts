import type { ProgrammeDraft } from '@chorus/contracts/set-up'
import { and, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { programme, programmeDraft } from '../schema/collect.ts'
import { person } from '../schema/organisation.ts'
import { noteDue, type Occurrence } from './planned-waves.ts'
import type { ProgrammeRow } from './programmes.ts'

type KeptDraft = { readonly version: number; readonly draft: ProgrammeDraft }

/** Null where nobody is setting up. */
export async function findDraft(office: Office, organisation: string): Promise<KeptDraft | null> {
  const [row] = await office
    .select({ version: programmeDraft.version, draft: programmeDraft.draft })
    .from(programmeDraft)
    .where(eq(programmeDraft.organisation, organisation))
  return row ?? null
}

/**
 * Keeps the draft in the place of the one of this version (0: of none).
 * @returns its version; null, and nothing is changed, where somebody else was first
 */
export async function keepDraft(
  office: Office,
  organisation: string,
  { version, draft }: KeptDraft,
): Promise<number | null> {
  const rows =
    version === 0
      ? await office
          .insert(programmeDraft)
          .values({ organisation, version: 1, draft })
          .onConflictDoNothing()
          .returning({ version: programmeDraft.version })
      : await office
          .update(programmeDraft)
          .set({ version: version + 1, draft })
          .where(ofVersion(organisation, version))
          .returning({ version: programmeDraft.version })
  return rows[0]?.version ?? null
}

/** @returns false, and nothing is changed, where somebody else was first */
export async function dropDraft(office: Office, organisation: string, version: number): Promise<boolean> {
  const dropped = await office
    .delete(programmeDraft)
    .where(ofVersion(organisation, version))
    .returning({ version: programmeDraft.version })
  return dropped.length > 0
}

/**
 * Puts a programme in the place of the draft, both or neither: pressed twice, it starts once. Null where somebody else was first.
 * @param atOnce a wave that is due from the beginning; null where the first one is yet to come
 */
export async function startFromDraft(
  office: Office,
  organisation: string,
  version: number,
  details: Omit<typeof programme.$inferInsert, 'organisation' | 'id'>,
  atOnce: Occurrence | null,
): Promise<ProgrammeRow | null> {
  return office.transaction(async (tx) => {
    const mine = await tx.delete(programmeDraft).where(ofVersion(organisation, version)).returning()
    if (mine.length === 0) return null
    const [row] = await tx
      .insert(programme)
      .values({ organisation, ...details })
      .returning()
    if (row && atOnce) await noteDue(tx, { organisation, programme: row.id }, [atOnce])
    return row ?? null
  })
}

/** Roster attributes of anybody, by name. */
export async function listCuts(office: Office, organisation: string): Promise<string[]> {
  const rows = await office
    .selectDistinct({ cut: sql<string>`jsonb_object_keys(${person.cuts})` })
    .from(person)
    .where(eq(person.organisation, organisation))
  return rows.map(({ cut }) => cut).sort()
}

function ofVersion(organisation: string, version: number) {
  return and(eq(programmeDraft.organisation, organisation), eq(programmeDraft.version, version))
}
