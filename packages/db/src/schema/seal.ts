import { foreignKey, index, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { cohort } from './collect.ts'

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
