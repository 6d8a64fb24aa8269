import type { ActionCause, ActionNote } from '@chorus/contracts/actions'
import { sql } from 'drizzle-orm'
import { date, foreignKey, index, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'

/** What a unit does about its climate. Named and in the open, and nowhere near an answer. */
export const action = pgTable(
  'action',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    unit: text().notNull(),
    title: text().notNull(),
    /** The scale of a wave with their names at that time, or words; null where nothing was said. */
    cause: jsonb().$type<ActionCause>(),
    /** Null for an owner in words, and once the person has left. */
    owner: uuid(),
    /** As it was written, and what stays when the person leaves. */
    ownerName: text('owner_name').notNull(),
    due: date({ mode: 'string' }).notNull(),
    state: text({ enum: ['planned', 'under way', 'done', 'let go'] }).notNull(),
    /** Oldest first. */
    notes: jsonb().$type<ActionNote[]>().notNull(),
    changed: date({ mode: 'string' }).notNull(),
    /** When it was added; null where it was before this was kept. */
    added: date({ mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'cascade',
    ),
    // The migration limits this to the column "owner": the organisation stays.
    foreignKey({
      columns: [t.organisation, t.owner],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    index().on(t.organisation, t.unit),
  ],
)
