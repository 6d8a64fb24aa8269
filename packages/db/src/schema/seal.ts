import { foreignKey, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { cohort, wave } from './collect.ts'
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

/** How often a score was given in a cohort of a cut: all that is kept of the answers sent for cuts. */
export const cutCount = pgTable(
  'cut_count',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    /** An item or a scale. */
    measure: text().notNull(),
    /** From the lowest possible answer; of a scale, summed over its items. */
    distance: integer().notNull(),
    count: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.measure, t.distance] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** How many people of a cohort of a cut answered all of a block, and, with the block "", anything at all. */
export const cutComplete = pgTable(
  'cut_complete',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    block: text().notNull(),
    people: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.block] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/**
 * A comment of a sealed wave, filed under a unit, in random order: nothing ties it to a response, a ballot or another comment.
 * Deleted when the release is written.
 */
export const sealedComment = pgTable(
  'sealed_comment',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    /** Random, made at sealing. */
    id: uuid().notNull(),
    scale: text().notNull(),
    /** The unit of the wave's tree whose people it is one of, or one further up where the author asked for that. */
    unit: text().notNull(),
    text: text().notNull(),
    /** The author's X25519 key for answers, another one for each comment; null from a device that makes none. */
    replyKey: bytea('reply_key'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)
