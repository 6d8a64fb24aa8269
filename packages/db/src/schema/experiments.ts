import type { Experiment } from '@chorus/contracts/experiments'
import { sql } from 'drizzle-orm'
import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { programme } from './collect.ts'
import { lesson } from './community.ts'
import { person, unit } from './organisation.ts'

/** What a unit tries in a stretch of time, and what would tell that it works. It holds no figure: what came of it is read from releases. */
export const experiment = pgTable(
  'experiment',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null once the unit is gone. */
    unit: text(),
    /** As it was written, and what stays when the unit goes. */
    unitName: text('unit_name').notNull(),
    /** Whose waves tell. */
    programme: uuid().notNull(),
    /** Null once the person is erased. */
    owner: uuid(),
    title: text().notNull(),
    hypothesis: text().notNull(),
    doing: text().notNull(),
    /** Scale or outcome, with its name and range as they were then. */
    measure: jsonb().$type<Experiment['measure']>().notNull(),
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    toDay: date('to_day', { mode: 'string' }).notNull(),
    criterion: jsonb().$type<Experiment['criterion']>().notNull(),
    /** Oldest first. */
    amendments: jsonb().$type<Experiment['amendments']>().notNull(),
    /** Null until it was told, and once that is taken back. */
    lesson: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.programme],
      foreignColumns: [programme.organisation, programme.id],
    }),
    // The migration limits these to the columns "unit", "owner" and "lesson": the organisation stays.
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      columns: [t.organisation, t.owner],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    foreignKey({
      columns: [t.organisation, t.lesson],
      foreignColumns: [lesson.organisation, lesson.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.unit),
  ],
)
