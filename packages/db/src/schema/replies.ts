import { date, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { releaseComment } from './publish.ts'
import { bytea } from './types.ts'

/** What HR or a unit's manager answered to a released comment. Written once. */
export const commentAnswer = pgTable(
  'comment_answer',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    /** Random: the order in which everybody is given the boxes. */
    id: uuid().notNull(),
    comment: uuid().notNull(),
    scale: text().notNull(),
    /** The unit whose manager answered, in that role; null is HR. */
    unit: text(),
    /** For the side that answered. */
    text: text().notNull(),
    /** The day of the batch with which the author can read it; no other time is kept. */
    readableOn: date('readable_on', { mode: 'string' }).notNull(),
    /** The answer and the ticket for a reply, which only the author can open. All are as long. */
    box: bytea().notNull(),
    /** SHA-256 of the ticket. */
    ticketHash: bytea('ticket_hash').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    foreignKey({
      name: 'comment_answer_release_comment_fk',
      columns: [t.organisation, t.wave, t.comment],
      foreignColumns: [releaseComment.organisation, releaseComment.wave, releaseComment.id],
    }),
  ],
)

/**
 * What an author replied, once to each answer. All of a wave's replies for one day are written anew with each that comes, in the order of
 * the answers' random ids: neither their places nor what wrote them tells which came first, and so not which come from one author.
 */
export const commentReply = pgTable(
  'comment_reply',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    answer: uuid().notNull(),
    /** The day of the batch with which those who answered can read it. */
    readableOn: date('readable_on', { mode: 'string' }).notNull(),
    text: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.answer] }),
    foreignKey({
      name: 'comment_reply_comment_answer_fk',
      columns: [t.organisation, t.wave, t.answer],
      foreignColumns: [commentAnswer.organisation, commentAnswer.wave, commentAnswer.id],
    }),
  ],
)
