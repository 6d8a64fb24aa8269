import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { recognisedPerson, recognition } from '../schema/recognition.ts'
import { isShown } from './targets.ts'
import { removeThread } from './threads.ts'

type Row = typeof recognition.$inferSelect
/** With the names of today: nobody who has left is among `people`. */
export type RecognitionRow = Row & {
  readonly authorName: string | null
  readonly people: readonly { readonly person: string; readonly name: string }[]
}
type RecognitionKey = { readonly organisation: string; readonly id: string }
/** Whose recognitions are meant; `units` null: those of all units. */
export type RecognitionReader = {
  readonly organisation: string
  readonly person: string
  readonly units: readonly string[] | null
}

/** The newest that somebody may read, without what HR has hidden. @param before older than this one */
export async function listRecognitions(
  office: Office,
  reader: RecognitionReader,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<RecognitionRow[]> {
  const older =
    before === undefined
      ? undefined
      : sql`(${recognition.at}, ${recognition.id}) < (SELECT at, id FROM ${recognition} WHERE organisation = ${reader.organisation} AND id = ${before})`
  return withNames(office)
    .where(
      and(
        eq(recognition.organisation, reader.organisation),
        mayRead(reader),
        isShown('recognition', reader.organisation, recognition.id),
        older,
      ),
    )
    .orderBy(desc(recognition.at), desc(recognition.id))
    .limit(limit)
}

/** Newest first, hidden ones too. */
export async function listRecognitionsBy(
  office: Office,
  { organisation, person: author }: { readonly organisation: string; readonly person: string },
): Promise<RecognitionRow[]> {
  return withNames(office)
    .where(and(eq(recognition.organisation, organisation), eq(recognition.author, author)))
    .orderBy(desc(recognition.at), desc(recognition.id))
}

/** Newest first, without what is hidden, or for its author alone. @param units null: all of them, also those that are gone */
export async function listRecognitionsOfUnits(
  office: Office,
  organisation: string,
  units: readonly string[] | null,
): Promise<RecognitionRow[]> {
  return withNames(office)
    .where(
      and(
        eq(recognition.organisation, organisation),
        units === null ? undefined : inArray(recognition.unit, [...units]),
        namesSomebody,
        isShown('recognition', organisation, recognition.id),
      ),
    )
    .orderBy(desc(recognition.at), desc(recognition.id))
}

/** @param cover gives words with what is to be black. @returns whether there was anything to black out */
export async function blackOutRecognition(
  office: Office,
  key: RecognitionKey,
  cover: (words: string) => string,
): Promise<boolean> {
  return office.transaction(async (tx) => {
    const [row] = await tx.select().from(recognition).where(thisOne(key)).for('update')
    if (!row) return false
    const parts = ['did', 'enabled', 'value'] as const
    if (parts.every((part) => cover(row[part]) === row[part])) return false
    const { did, enabled, value } = row
    await tx
      .update(recognition)
      .set({ did: cover(did), enabled: cover(enabled), value: cover(value) })
      .where(thisOne(key))
    return true
  })
}

export async function findRecognition(office: Office, key: RecognitionKey): Promise<RecognitionRow | null> {
  const [row] = await withNames(office).where(thisOne(key))
  return row ?? null
}

/** @param people nobody where a team is thanked */
export async function insertRecognition(
  office: Office,
  row: Omit<Row, 'id'>,
  people: readonly string[],
): Promise<string> {
  const { organisation } = row
  return office.transaction(async (tx) => {
    const [written] = await tx.insert(recognition).values(row).returning({ id: recognition.id })
    if (!written) throw new Error('PostgreSQL returned no row for an insert')
    if (people.length > 0)
      await tx
        .insert(recognisedPerson)
        .values(people.map((one) => ({ organisation, recognition: written.id, person: one })))
    return written.id
  })
}

/** Takes it back, with its replies and reactions. */
export async function deleteRecognition(office: Office, key: RecognitionKey): Promise<void> {
  await office.transaction(async (tx) => {
    await removeThread(tx, { ...key, kind: 'recognition' })
    await tx.delete(recognition).where(thisOne(key))
  })
}

/** Somebody does not want to stand in it. Doing it twice changes nothing. */
export async function stepOutOfRecognition(
  office: Office,
  { organisation, id }: RecognitionKey,
  stepsOut: string,
): Promise<void> {
  await office
    .delete(recognisedPerson)
    .where(
      and(
        eq(recognisedPerson.organisation, organisation),
        eq(recognisedPerson.recognition, id),
        eq(recognisedPerson.person, stepsOut),
      ),
    )
}

/** Who is thanked, as far as they are of today. */
const people = sql`FROM ${recognisedPerson} AS r JOIN ${person} AS p ON p.organisation = r.organisation AND p.id = r.person AND p.erase_on IS NULL
  WHERE r.organisation = ${recognition.organisation} AND r.recognition = ${recognition.id}`

/** What was about people of whom none is left in it is for its author alone. */
const namesSomebody = or(eq(recognition.ofTeam, true), sql`EXISTS (SELECT ${people})`)

function mayRead({ person: reader, units }: RecognitionReader): SQL | undefined {
  const isForReader =
    units === null
      ? undefined
      : or(
          eq(recognition.audience, 'organisation'),
          inArray(recognition.unit, [...units]),
          sql`EXISTS (SELECT ${people} AND r.person = ${reader})`,
        )
  return or(eq(recognition.author, reader), and(isForReader, namesSomebody))
}

function withNames(office: Office) {
  return office
    .select({
      organisation: recognition.organisation,
      id: recognition.id,
      ofTeam: recognition.ofTeam,
      unit: recognition.unit,
      unitName: sql<string>`coalesce(${unit.name}, ${recognition.unitName})`,
      audience: recognition.audience,
      author: recognition.author,
      authorName: person.name,
      did: recognition.did,
      enabled: recognition.enabled,
      value: recognition.value,
      at: recognition.at,
      people: sql<RecognitionRow['people']>`(
        SELECT coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]') ${people})`,
    })
    .from(recognition)
    .leftJoin(unit, and(eq(unit.organisation, recognition.organisation), eq(unit.id, recognition.unit)))
    .leftJoin(
      person,
      and(
        eq(person.organisation, recognition.organisation),
        eq(person.id, recognition.author),
        isNull(person.eraseOn),
      ),
    )
}

function thisOne({ organisation, id }: RecognitionKey) {
  return and(eq(recognition.organisation, organisation), eq(recognition.id, id))
}
