import { sql } from 'drizzle-orm'
import { boolean, foreignKey, index, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'
import { tsvector } from './types.ts'

/*
 * The learning loop: written in the open and under a name, and nowhere near an answer. Names are today's: whoever is erased leaves the text
 * behind, and no name with it.
 */

/** A learning moment. */
export const lesson = pgTable(
  'lesson',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null once the unit is gone. */
    unit: text(),
    /** As it was written, and what stays when the unit goes. */
    unitName: text('unit_name').notNull(),
    audience: text({ enum: ['unit', 'organisation'] }).notNull(),
    /** Null once the person is erased. */
    author: uuid(),
    kind: text({ enum: ['went well', 'went wrong', 'changed our mind'] }).notNull(),
    title: text().notNull(),
    happened: text().notNull(),
    learned: text().notNull(),
    now: text().notNull(),
    tags: text().array().notNull(),
    goal: text().notNull(),
    language: text().notNull(),
    leadersOwn: boolean('leaders_own').notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    changed: boolean().notNull().default(false),
    /** The review that it came from; null for none. */
    review: uuid(),
    /** Shown to new joiners: chosen by HR, or by who leads the unit. */
    goodExample: boolean('good_example').notNull().default(false),
    /** What is searched: made by PostgreSQL in the lesson's own language, with its tags as lexemes that begin with "#". */
    document: tsvector().generatedAlwaysAs(
      sql`chorus_lesson_document(language, title, tags, goal, happened, learned, now)`,
    ),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    // The migration limits these to the columns "unit" and "author": the organisation stays.
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      columns: [t.organisation, t.author],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.at, t.id),
    index().on(t.organisation, t.unit),
    index('lesson_good_example').on(t.organisation, t.at, t.id).where(sql`good_example`),
    index('lesson_document').using('gin', t.document).with({ fastupdate: false }),
  ],
)

/** A reply to anything of the learning loop. */
export const communityReply = pgTable(
  'community_reply',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    kind: text().notNull(),
    subject: uuid().notNull(),
    /** Null once the person is erased. */
    author: uuid(),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    changed: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.author],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.kind, t.subject),
  ],
)

/** That somebody found something useful, gave thanks, or knows it too. Shown as counts. */
export const communityReaction = pgTable(
  'community_reaction',
  {
    organisation: uuid().notNull(),
    kind: text().notNull(),
    subject: uuid().notNull(),
    person: uuid().notNull(),
    reaction: text({ enum: ['useful', 'thank you', 'same here'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.kind, t.subject, t.person, t.reaction] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** What somebody should know of: a reply, for example. Seen or not; it goes with the person, and after some time. */
export const notification = pgTable(
  'notification',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    person: uuid().notNull(),
    what: text().notNull(),
    kind: text().notNull(),
    subject: uuid().notNull(),
    /** Who did it; null once that person is erased, and where nobody is to be named. */
    actor: uuid(),
    at: timestamp({ withTimezone: true }).notNull(),
    seen: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.actor],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.person, t.at),
  ],
)
