import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cohort } from './collect.ts'
import { bytea } from './types.ts'

/** A response of a sealed wave: answers and cohort, in random order. Deleted when the release is written. */
export const sealedResponse = pgTable(
  'sealed_response',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    /** Random, made at sealing. */
    id: uuid().notNull(),
    cohort: uuid().notNull(),
    answers: jsonb().$type<Record<string, number | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    index().on(t.organisation, t.wave, t.cohort),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** What everybody may check of a closed cohort: which ballots were counted, by their leaves, signed. Written once. */
export const closedCohort = pgTable(
  'closed_cohort',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    /** All leaves, 32 bytes each, sorted, one behind the other. */
    leaves: bytea().notNull(),
    root: bytea().notNull(),
    sig: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** How often an answer was given to an item in a cohort of a cut: all that is kept of the answers sent for cuts. */
export const cutCount = pgTable(
  'cut_count',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    item: text().notNull(),
    answer: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.item, t.answer] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** How many people of a cohort of a cut answered all items of a scale. */
export const cutComplete = pgTable(
  'cut_complete',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    scale: text().notNull(),
    people: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.scale] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)
