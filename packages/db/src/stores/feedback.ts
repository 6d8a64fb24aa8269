import { and, desc, eq, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Office } from '../database.ts'
import { notification } from '../schema/community.ts'
import { person } from '../schema/organisation.ts'
import { feedback } from '../schema/recognition.ts'

type Row = typeof feedback.$inferSelect
/** With the other one's name of today; null where that one is no person of today. */
export type NamedFeedback = Row & { readonly otherName: string | null }
/** One of the two: every query names a side, so that there is none that reads what others wrote each other. */
type Side = 'giver' | 'receiver'

/** All that a person stands on this side of, newest first. */
export async function listFeedback(
  office: Office,
  organisation: string,
  side: Side,
  own: string,
): Promise<NamedFeedback[]> {
  const other = alias(person, 'other')
  const otherSide = side === 'giver' ? feedback.receiver : feedback.giver
  const rows = await office
    .select({ feedback, otherName: other.name })
    .from(feedback)
    .leftJoin(
      other,
      and(eq(other.organisation, feedback.organisation), eq(other.id, otherSide), isNull(other.eraseOn)),
    )
    .where(and(eq(feedback.organisation, organisation), eq(feedback[side], own)))
    .orderBy(desc(feedback.on), desc(feedback.id))
  return rows.map(({ feedback: row, otherName }) => ({ ...row, otherName }))
}

/** @param key `receiver` or `giver` is who asks for it. Null where it is not theirs */
export async function findFeedback(office: Office, key: OwnKey): Promise<Row | null> {
  const [row] = await office.select().from(feedback).where(own(key))
  return row ?? null
}

export async function insertFeedback(
  office: Pick<Office, 'insert'>,
  row: Pick<Row, 'organisation' | 'id' | 'receiver' | 'giver' | 'words' | 'on'>,
): Promise<void> {
  await office.insert(feedback).values(row)
}

export async function markFeedback(
  office: Office,
  key: OwnKey,
  marks: Partial<Pick<Row, 'read' | 'helpful' | 'thanked'>>,
): Promise<void> {
  await office.update(feedback).set(marks).where(own(key))
}

/** @returns whether it is gone: a giver takes back only what was not read */
export async function deleteFeedback(office: Office, key: OwnKey): Promise<boolean> {
  return office.transaction(async (tx) => {
    const gone = await tx
      .delete(feedback)
      .where(and(own(key), 'giver' in key ? eq(feedback.read, false) : undefined))
      .returning({ id: feedback.id })
    if (gone.length === 0) return false
    await tx
      .delete(notification)
      .where(
        and(
          eq(notification.organisation, key.organisation),
          eq(notification.kind, 'feedback'),
          eq(notification.subject, key.id),
        ),
      )
    return true
  })
}

type OwnKey = { readonly organisation: string; readonly id: string } & (
  | { readonly receiver: string }
  | { readonly giver: string }
)

function own(key: OwnKey) {
  return and(
    eq(feedback.organisation, key.organisation),
    eq(feedback.id, key.id),
    'giver' in key ? eq(feedback.giver, key.giver) : eq(feedback.receiver, key.receiver),
  )
}
