import type { UnitChangeKind } from '@chorus/contracts/organisation-import'
import { sql } from 'drizzle-orm'
import { date, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { bytea } from './types.ts'

/** Files that were uploaded and not yet confirmed, at most one pair for each organisation. Erased after a day, and when they are imported. */
export const pendingImport = pgTable('pending_import', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  id: uuid().notNull(),
  eraseAt: timestamp('erase_at', { withTimezone: true }).notNull(),
  people: bytea().notNull(),
  /** Null: units follow from columns of the people file, or stay as they are. */
  units: bytea(),
  /** What each column of the people file means, in their order; null until somebody looked at them. */
  columns: jsonb().$type<string[]>(),
})

/** What the last import replaced, so that it can be undone: rows as they were, of those who left, too. Erased after 7 days, and by the next import. */
export const organisationBefore = pgTable('organisation_before', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  eraseAt: timestamp('erase_at', { withTimezone: true }).notNull(),
  /** Of the organisation as the import left it: whoever changed it since would lose the change. */
  fingerprint: text().notNull(),
  before: jsonb().$type<OrganisationBefore>().notNull(),
})

/** Whole rows, whatever columns they have. */
export type OrganisationBefore = {
  readonly units: readonly Readonly<Record<string, unknown>>[]
  readonly leads: readonly Readonly<Record<string, unknown>>[]
  /** Parts of the tree that people of HR work for; missing in what was remembered before parts were. */
  readonly scopes?: readonly Readonly<Record<string, unknown>>[]
  /** Of people whom the import changed or let leave. */
  readonly people: readonly Readonly<Record<string, unknown>>[]
  /** Actions of units that the import closed. */
  readonly actions: readonly Readonly<Record<string, unknown>>[]
  /** Ids of people whom the import added. */
  readonly added: readonly string[]
  /** Ids of the notes on units that it wrote. */
  readonly unitChanges: readonly string[]
}

export type NamedUnit = { readonly id: string; readonly name: string }

/** What became of units, so that a trend survives a reorganisation and shows its breaks. Names as they were on that day. */
export const unitChange = pgTable(
  'unit_change',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    day: date({ mode: 'string' }).notNull(),
    kind: text().$type<UnitChangeKind>().notNull(),
    from: jsonb().$type<readonly NamedUnit[]>().notNull(),
    to: jsonb().$type<readonly NamedUnit[]>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] })],
)
