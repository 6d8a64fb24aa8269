import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'
import { bytea } from './types.ts'

/** Thanks in public, to a team or to people. */
export const recognition = pgTable(
  'recognition',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** The unit is thanked as a team; else those of `recognised_person`. */
    ofTeam: boolean('of_team').notNull(),
    /** The team, or the unit that who thanked belonged to. Null once it is gone. */
    unit: text(),
    unitName: text('unit_name').notNull(),
    audience: text({ enum: ['unit', 'organisation'] }).notNull(),
    /** Null once the person is erased. */
    author: uuid(),
    did: text().notNull(),
    enabled: text().notNull(),
    value: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
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
  ],
)

/** Who is thanked by name. Whoever steps out of it, or is erased, has no row any more. */
export const recognisedPerson = pgTable(
  'recognised_person',
  { organisation: uuid().notNull(), recognition: uuid().notNull(), person: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.recognition, t.person] }),
    foreignKey({
      columns: [t.organisation, t.recognition],
      foreignColumns: [recognition.organisation, recognition.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** One colleague who was asked for feedback. Goes when it is given, or with either person. */
export const feedbackRequest = pgTable(
  'feedback_request',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    asker: uuid().notNull(),
    /** Who is asked. */
    giver: uuid().notNull(),
    /** Sealed under the key of the installation. */
    question: bytea().notNull(),
    on: date({ mode: 'string' }).notNull(),
    /** Null while it waits; else kind words, which may be none, sealed. */
    declined: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.asker],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.giver],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    index().on(t.organisation, t.asker),
    index().on(t.organisation, t.giver),
  ],
)

/** Feedback from one person to another. It belongs to who received it, and goes with that person. */
export const feedback = pgTable(
  'feedback',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    receiver: uuid().notNull(),
    /** Null once the person is erased. */
    giver: uuid(),
    /** Question, situation, behaviour, effect, wish: sealed under the key of the installation. */
    words: bytea().notNull(),
    on: date({ mode: 'string' }).notNull(),
    read: boolean().notNull().default(false),
    helpful: boolean().notNull().default(false),
    thanked: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.receiver],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    // The migration limits this to the column "giver".
    foreignKey({
      columns: [t.organisation, t.giver],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.receiver),
    index().on(t.organisation, t.giver),
  ],
)

/** Something that a unit knows, and that more than one person should. */
export const readinessTopic = pgTable(
  'readiness_topic',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    unit: text().notNull(),
    title: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'cascade',
    ),
    index().on(t.organisation, t.unit),
  ],
)

/** Who says of themselves that they could step in. */
export const readinessPerson = pgTable(
  'readiness_person',
  { organisation: uuid().notNull(), topic: uuid().notNull(), person: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.topic, t.person] }),
    foreignKey({
      columns: [t.organisation, t.topic],
      foreignColumns: [readinessTopic.organisation, readinessTopic.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
