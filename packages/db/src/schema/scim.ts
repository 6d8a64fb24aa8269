import type { UnitChange } from '@chorus/contracts/organisation-import'
import type { ScimCutSource } from '@chorus/contracts/scim'
import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation, person, unit } from './organisation.ts'
import { bytea } from './types.ts'

/** What an identity provider changed, as counts. */
export type ScimCounts = {
  readonly joined: number
  readonly left: number
  readonly moved: number
  readonly changed: number
  readonly units: number
}

/** A token with which an identity provider keeps people and units. Only the SHA-256 of its secret is kept. */
export const scimToken = pgTable(
  'scim_token',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** What the administrator calls it. */
    name: text().notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    /** Set when a new one took its place. */
    endsAt: timestamp('ends_at', { withTimezone: true }),
    /** The day (UTC) of the last request. */
    lastUsedOn: date('last_used_on', { mode: 'string' }),
    /** What it changed last, from the first change of an hour on. */
    work: jsonb().$type<ScimCounts>(),
    workFrom: timestamp('work_from', { withTimezone: true }),
    /** Whether the audit trail has that work already. */
    workNoted: boolean('work_noted').notNull().default(true),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] })],
)

/** How the organisation uses SCIM; no row: as the defaults say. */
export const scimSetting = pgTable('scim_setting', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** Which attribute says to which unit a person belongs. */
  unitsFrom: text('units_from', { enum: ['groups', 'department'] })
    .notNull()
    .default('groups'),
  /** Whether HR may change by hand what comes from SCIM. */
  unlocked: boolean().notNull().default(false),
  /** Which attribute of a User feeds which cut: {"division": "area"}. */
  cuts: jsonb().$type<Partial<Record<ScimCutSource, string>>>().notNull().default({}),
})

/** People whom an identity provider keeps, and what it says of them that the roster has no place for. */
export const scimUser = pgTable(
  'scim_user',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    /** As the identity provider writes it. */
    userName: text('user_name').notNull(),
    /** A column of its own, because row-level security looks up no function of a column in an index unless that function is known to leak nothing. */
    userNameInLowerCase: text('user_name_in_lower_case').notNull().generatedAlwaysAs(sql`lower(user_name)`),
    givenName: text('given_name'),
    familyName: text('family_name'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    uniqueIndex('scim_user_name').on(t.organisation, t.userNameInLowerCase),
  ],
)

/** Units that an identity provider keeps as groups. */
export const scimUnit = pgTable(
  'scim_unit',
  {
    organisation: uuid().notNull(),
    unit: text().notNull(),
    /** The identity provider's own id for it. */
    externalId: text('external_id'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.unit] }),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'cascade',
    ),
  ],
)

/** Units and people as they were before an identity provider's first change of a day: what became of units is told from the whole day. */
export const scimDay = pgTable('scim_day', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** UTC. */
  day: date({ mode: 'string' }).notNull(),
  /** The tree as the day found it. */
  units: jsonb().$type<readonly UnitBefore[]>().notNull(),
  /** Whether the notes say all that was changed until now. */
  told: boolean().notNull().default(false),
  /** What was noted of this day, also what HR has removed since. */
  notes: jsonb().$type<readonly NotedChange[]>().notNull().default([]),
})

/** A row of unit_change, by its id. */
export type NotedChange = UnitChange & { readonly id: string }

export type UnitBefore = { readonly id: string; readonly parent: string | null; readonly name: string }

/** People whom an identity provider moved on that day, with the unit in which the day found them. */
export const scimMoved = pgTable(
  'scim_moved',
  { organisation: uuid().notNull(), person: uuid().notNull(), unit: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
