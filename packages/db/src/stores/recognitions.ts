import { and, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person, unit } from '../schema/organisation.ts'
import { recognisedPerson, recognition } from '../schema/recognition.ts'
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

/** The newest that somebody may read. @param before older than this one */
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
    .where(and(eq(recognition.organisation, reader.organisation), mayRead(reader), older))
    .orderBy(desc(recognition.at), desc(recognition.id))
    .limit(limit)
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

function mayRead({ person: reader, units }: RecognitionReader): SQL | undefined {
  const isForReader =
    units === null
      ? undefined
      : or(
          eq(recognition.audience, 'organisation'),
          inArray(recognition.unit, [...units]),
          sql`EXISTS (SELECT ${people} AND r.person = ${reader})`,
        )
  // What was about people of whom none is left in it is for its author alone.
  const isShown = or(eq(recognition.ofTeam, true), sql`EXISTS (SELECT ${people})`)
  return or(eq(recognition.author, reader), and(isForReader, isShown))
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
