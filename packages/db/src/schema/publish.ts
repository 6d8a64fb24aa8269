import type { Cell, Release, ReleasedWave } from '@chorus/contracts/publish'
import { date, foreignKey, integer, json, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { programme } from './collect.ts'
import { bytea } from './types.ts'

/**
 * A published wave without its cells: written once, never changed. No foreign key to `wave`: an imported one was never open here, and is
 * in `imported_wave`.
 */
export const release = pgTable(
  'release',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    programme: uuid().notNull(),
    /** Within the programme, by age; imported before the first own wave, it may be 0 or less. */
    number: integer().notNull(),
    label: text().notNull(),
    /** Answered here, or in another tool and brought in. */
    source: text({ enum: ['own', 'imported'] })
      .notNull()
      .default('own'),
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    instrument: json().$type<Release['instrument']>().notNull(),
    policy: json().$type<Release['policy']>().notNull(),
    units: json().$type<Release['units']>().notNull(),
    /** What belongs to the organisation as a whole. */
    summary: json().$type<ReleasedWave['organisation']>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave] }),
    foreignKey({
      columns: [t.organisation, t.programme],
      foreignColumns: [programme.organisation, programme.id],
    }),
  ],
)

/** How many people of a unit answered an imported wave, and, by block, all of it. */
export type ImportedGroup = {
  readonly unit: string
  readonly respondents: number
  readonly complete: Readonly<Record<string, number>>
}

/** A wave that was answered in another tool. Its answers were never stored in here. Written once, with its release. */
export const importedWave = pgTable(
  'imported_wave',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    programme: uuid().notNull(),
    number: integer().notNull(),
    label: text().notNull(),
    closedOn: date('closed_on', { mode: 'string' }).notNull(),
    /** Who is behind the figures, which the auditor of later waves has to know: counts of people, no answers. Read by the closer alone. */
    groups: json().$type<readonly ImportedGroup[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.programme, t.number),
    foreignKey({
      columns: [t.organisation, t.programme],
      foreignColumns: [programme.organisation, programme.id],
    }),
  ],
)

/** One cell of a release, as the publisher wrote it. */
export const releaseCell = pgTable(
  'release_cell',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    unit: text().notNull(),
    /** Canonical JSON of the cut; "{}" for everybody in the unit. */
    cut: text().notNull(),
    cell: json().$type<Cell>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.unit, t.wave, t.cut] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [release.organisation, release.wave] }),
  ],
)

/** A released comment, to be read in its unit and in all above. Written with the release, never changed. */
export const releaseComment = pgTable(
  'release_comment',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    /** Random, made when it was released: the order in which everybody reads the comments. */
    id: uuid().notNull(),
    scale: text().notNull(),
    /** The lowest unit of the wave's tree whose list it is in. */
    unit: text().notNull(),
    text: text().notNull(),
    /** What answers are sealed to; null for a comment that cannot be answered. It never leaves the server. */
    replyKey: bytea('reply_key'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [release.organisation, release.wave] }),
  ],
)
