import { and, asc, eq, sql } from 'drizzle-orm'
import type { Office } from '../database.ts'
import { person } from '../schema/organisation.ts'
import { readinessPerson, readinessTopic } from '../schema/recognition.ts'

/** A topic with those of today who could step in. */
export type ReadinessRow = typeof readinessTopic.$inferSelect & {
  readonly people: readonly { readonly person: string; readonly name: string }[]
}
type TopicKey = { readonly organisation: string; readonly id: string }

/** The topics of one unit, by title. */
export async function listTopics(
  office: Office,
  organisation: string,
  unit: string,
): Promise<ReadinessRow[]> {
  return topics(office)
    .where(and(eq(readinessTopic.organisation, organisation), eq(readinessTopic.unit, unit)))
    .orderBy(asc(readinessTopic.title), asc(readinessTopic.id))
}

export async function findTopic(office: Office, key: TopicKey): Promise<ReadinessRow | null> {
  const [row] = await topics(office).where(thisTopic(key))
  return row ?? null
}

export async function insertTopic(
  office: Office,
  row: { organisation: string; unit: string; title: string },
): Promise<string> {
  const [written] = await office.insert(readinessTopic).values(row).returning({ id: readinessTopic.id })
  if (!written) throw new Error('PostgreSQL returned no row for an insert')
  return written.id
}

export async function deleteTopic(office: Office, key: TopicKey): Promise<void> {
  await office.delete(readinessTopic).where(thisTopic(key))
}

/** Enters a person or takes the entry back; doing either twice changes nothing. */
export async function setStepIn(
  office: Office,
  { organisation, id }: TopicKey,
  own: string,
  on: boolean,
): Promise<void> {
  const row = { organisation, topic: id, person: own }
  if (on) await office.insert(readinessPerson).values(row).onConflictDoNothing()
  else
    await office
      .delete(readinessPerson)
      .where(
        and(
          eq(readinessPerson.organisation, organisation),
          eq(readinessPerson.topic, id),
          eq(readinessPerson.person, own),
        ),
      )
}

function topics(office: Office) {
  // Written out: in a query of one table, drizzle names columns without it, and here they would be those of the inner one.
  const ofTopic = sql.raw('r.organisation = readiness_topic.organisation AND r.topic = readiness_topic.id')
  return office
    .select({
      organisation: readinessTopic.organisation,
      id: readinessTopic.id,
      unit: readinessTopic.unit,
      title: readinessTopic.title,
      people: sql<ReadinessRow['people']>`(
        SELECT coalesce(json_agg(json_build_object('person', p.id, 'name', p.name) ORDER BY p.name, p.id), '[]')
        FROM ${readinessPerson} AS r JOIN ${person} AS p ON p.organisation = r.organisation AND p.id = r.person AND p.erase_on IS NULL
        WHERE ${ofTopic})`,
    })
    .from(readinessTopic)
}

function thisTopic({ organisation, id }: TopicKey) {
  return and(eq(readinessTopic.organisation, organisation), eq(readinessTopic.id, id))
}
