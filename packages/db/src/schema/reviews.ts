import type { ReviewPart } from '@chorus/contracts/reviews'
import { sql } from 'drizzle-orm'
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'

/** A blameless review: in the open, in roles instead of names. What lists and measures read stands here, what was written in its parts. */
export const review = pgTable(
  'review',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null once the unit is gone. */
    unit: text(),
    /** As it was written, and what stays when the unit goes. */
    unitName: text('unit_name').notNull(),
    /** Who reads it once it is shared. */
    audience: text({ enum: ['unit', 'organisation'] }).notNull(),
    state: text({ enum: ['draft', 'in review', 'shared'] }).notNull(),
    /** Null once the person is erased. */
    openedBy: uuid('opened_by'),
    /** Null once the person is erased. */
    facilitator: uuid(),
    title: text().notNull(),
    began: date({ mode: 'string' }).notNull(),
    ended: date({ mode: 'string' }).notNull(),
    due: date({ mode: 'string' }).notNull(),
    language: text().notNull(),
    opened: timestamp({ withTimezone: true }).notNull(),
    /** When it was shared; null while it is not. */
    shared: timestamp({ withTimezone: true }),
    noticed: timestamp({ withTimezone: true }),
    restored: timestamp({ withTimezone: true }),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    // The migration limits these to one column each: the organisation stays.
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      columns: [t.organisation, t.openedBy],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    foreignKey({
      columns: [t.organisation, t.facilitator],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.opened),
  ],
)

/** One part of a review. Its revision grows with each writing: who writes says which one it builds on. */
export const reviewSection = pgTable(
  'review_section',
  {
    organisation: uuid().notNull(),
    review: uuid().notNull(),
    part: text().$type<ReviewPart>().notNull(),
    content: jsonb().notNull(),
    revision: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.review, t.part] }),
    foreignKey({
      columns: [t.organisation, t.review],
      foreignColumns: [review.organisation, review.id],
    }).onDelete('cascade'),
  ],
)

/** Who takes part in a review, beside who opened it and who facilitates. */
export const reviewParticipant = pgTable(
  'review_participant',
  {
    organisation: uuid().notNull(),
    review: uuid().notNull(),
    person: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.review, t.person] }),
    foreignKey({
      columns: [t.organisation, t.review],
      foreignColumns: [review.organisation, review.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
