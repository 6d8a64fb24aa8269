import type { InstrumentDraft } from '@chorus/contracts/instruments'
import { sql } from 'drizzle-orm'
import { integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'

/** A version of a questionnaire of the organisation's own. A final one is never changed; a programme keeps a copy of what it asks. */
export const instrument = pgTable(
  'instrument',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** 1, 2, 3 ... */
    version: integer().notNull(),
    state: text({ enum: ['draft', 'final'] }).notNull(),
    /** Counts how often a draft was saved, so that two people do not overwrite each other. */
    revision: integer().notNull().default(0),
    content: jsonb().$type<InstrumentDraft>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id, t.version] }),
    uniqueIndex('one_draft_of_an_instrument').on(t.organisation, t.id).where(sql`state = 'draft'`),
  ],
)
