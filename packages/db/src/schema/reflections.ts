import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'

/** A unit's retrospective, in the open and under names. */
export const reflectionSession = pgTable(
  'reflection_session',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null once the unit is gone. */
    unit: text(),
    /** As it was when the session began, and what stays when the unit goes. */
    unitName: text('unit_name').notNull(),
    title: text().notNull(),
    prompts: text().array().notNull(),
    /** Null once the person is erased. */
    facilitator: uuid(),
    begun: timestamp({ withTimezone: true }).notNull(),
    /** When it opens by itself; null: by the facilitator's hand. */
    quietUntil: timestamp('quiet_until', { withTimezone: true }),
    /** When the quiet time was over, noted by the first look after it. */
    opened: timestamp({ withTimezone: true }),
    everyWeeks: integer('every_weeks'),
    /** Days after the summary on which posts are erased. */
    keepDays: integer('keep_days').notNull(),
    /** The summary: what was heard, what is done. Null until it is written. */
    heard: text(),
    doing: text(),
    summarised: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    // The migration limits these to the columns "unit" and "facilitator": the organisation stays.
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      columns: [t.organisation, t.facilitator],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.begun, t.id),
    index().on(t.organisation, t.unit),
  ],
)

/** What somebody wrote to a prompt. Erased some time after the summary. */
export const reflectionPost = pgTable(
  'reflection_post',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    session: uuid().notNull(),
    /** Its place among the prompts of the session, from 0. */
    prompt: smallint().notNull(),
    /** Null once the person is erased. */
    author: uuid(),
    text: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    changed: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.session],
      foreignColumns: [reflectionSession.organisation, reflectionSession.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.author],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.session),
  ],
)

/** Whether everybody in a unit begins sessions. Where there is no row, only who leads it does. */
export const reflectionPolicy = pgTable(
  'reflection_policy',
  {
    organisation: uuid().notNull(),
    unit: text().notNull(),
    everybodyBegins: boolean('everybody_begins').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.unit] }),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'cascade',
    ),
  ],
)
