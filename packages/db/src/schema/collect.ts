import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedUnit } from '@chorus/contracts/publish'
import { sql } from 'drizzle-orm'
import {
  date,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation } from './organisation.ts'
import { bytea } from './types.ts'

/** A recurring pulse. */
export const programme = pgTable(
  'programme',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    name: text().notNull(),
    instrument: jsonb().$type<Instrument>().notNull(),
    policy: jsonb().$type<Policy>().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] })],
)

/** One round of a programme. All that describes it is frozen when it opens. */
export const wave = pgTable(
  'wave',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    programme: uuid().notNull(),
    /** 1, 2, 3 ... within the programme. */
    number: integer().notNull(),
    label: text().notNull(),
    stage: text({ enum: ['open', 'sealed', 'published'] }).notNull(),
    opensAt: timestamp('opens_at', { withTimezone: true }).notNull(),
    closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
    /** The day it was sealed (UTC); null while open. */
    closedOn: date('closed_on', { mode: 'string' }),
    /** Canonical JSON: the same bytes for everybody. */
    manifest: text().notNull(),
    /** SHA-256 of the manifest, lower-case hex. */
    fingerprint: text().notNull(),
    /** The tree that results are reported in: the units of that day and their joined small teams. */
    units: jsonb().$type<ReleasedUnit[]>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.programme, t.number),
    unique('wave_id_unique').on(t.id),
    uniqueIndex('one_unpublished_wave').on(t.organisation, t.programme).where(sql`stage <> 'published'`),
    foreignKey({
      columns: [t.organisation, t.programme],
      foreignColumns: [programme.organisation, programme.id],
    }),
  ],
)

/** The group an answer is filed under: at least k invited people. */
export const cohort = pgTable(
  'cohort',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    id: uuid().notNull(),
    label: text().notNull(),
    /** The unit of the wave's tree that its answers count for. */
    unit: text().notNull(),
    size: integer().notNull(),
    /** Ballots collected: null while open, a count from sealing on. */
    collected: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/** Who is invited to an open wave, and where the person's bit is. Deleted at sealing. */
export const roster = pgTable(
  'roster',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    person: uuid().notNull(),
    cohort: uuid().notNull(),
    /** Place in the cohort's bitmap: shuffled anew in every wave. */
    slot: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.person] }),
    unique().on(t.organisation, t.wave, t.cohort, t.slot),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** Who collected a ballot: one bit per slot, never when or in which order. Emptied at sealing. */
export const participation = pgTable(
  'participation',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    /** Bit i of byte floor(i / 8) is slot i. */
    bits: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** The share of invited people who collected a ballot, as a band, taken once a day. */
export const participationBand = pgTable(
  'participation_band',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    day: date({ mode: 'string' }).notNull(),
    band: text({ enum: ['below 50 %', '50-64 %', '65-79 %', '80 % and more'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.day] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/** A one-time right to answer: the SHA-256 of a token that only the device knows. No person. */
export const ballot = pgTable(
  'ballot',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    commitment: bytea().notNull(),
    cohort: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.commitment] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/** Answers of an open wave. Collect can insert and cannot read them. No person, no time, no address. */
export const inbox = pgTable(
  'inbox',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    commitment: bytea().notNull(),
    cohort: uuid().notNull(),
    /** HMAC-SHA-256 of the answers under the token, which is not stored: recognises an identical resend. */
    digest: bytea().notNull(),
    /** Item id -> answer, null where not answered. */
    answers: jsonb().$type<Record<string, number | null>>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.commitment] }),
    foreignKey({
      columns: [t.organisation, t.wave, t.commitment],
      foreignColumns: [ballot.organisation, ballot.wave, ballot.commitment],
    }),
  ],
)
