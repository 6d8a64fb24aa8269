import type { Instrument } from '@chorus/contracts/instrument'
import type { Policy } from '@chorus/contracts/policy'
import type { ReleasedUnit, SealingAudit } from '@chorus/contracts/publish'
import type { Rhythm } from '@chorus/contracts/rhythm'
import type { Rotation } from '@chorus/contracts/rotation'
import type { ProgrammeDraft } from '@chorus/contracts/set-up'
import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  foreignKey,
  index,
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
import { organisation, person } from './organisation.ts'
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
    /** When its waves open by themselves. Null: they are opened by hand. */
    rhythm: jsonb().$type<Rhythm>(),
    /** How many scales take turns in a wave. Null: one. */
    rotation: jsonb().$type<Rotation>(),
    /** Up to then every planned wave is accounted for. Null before its rhythm is first looked at, and while none opens by itself. */
    plannedUntil: timestamp('planned_until', { withTimezone: true }),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] })],
)

/** The one programme that the organisation is setting up, as far as somebody came. It holds nobody's name. */
export const programmeDraft = pgTable('programme_draft', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** Rises with every change, so that two people who set up at once do not overwrite each other unseen. */
  version: integer().notNull(),
  draft: jsonb().$type<ProgrammeDraft>().notNull(),
})

/** Counts of invited people between two waves: from the unit of the wave `since` to the unit of this one. */
export type InvitedAgain = {
  readonly since: string
  readonly people: readonly { readonly before: string; readonly now: string; readonly people: number }[]
}

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
    /** Boxes that held no valid ballot, dropped at sealing; null while open. */
    unbacked: integer(),
    /** Categories of cuts that may be published, by layer and cut: chosen at sealing, from head counts. Null while open. */
    categories: jsonb().$type<Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>(),
    /** What the auditor did to that choice, in counts of layers and categories. Null while open, and without cuts. */
    sealingAudit: jsonb('sealing_audit').$type<SealingAudit>(),
    /** Of the people invited to the wave before, how many are invited again, by the units they were and are counted in. Null for a first wave. */
    invitedAgain: jsonb('invited_again').$type<InvitedAgain>(),
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
    /** "unit" for the unit tree, the name of a cut, or a scale's comments. */
    dimension: text().notNull(),
    label: text().notNull(),
    /** The unit of the wave's tree that its answers count for, or its comments are filed under; null in a cut. */
    unit: text(),
    size: integer().notNull(),
    /** How many of them were marked as answering on paper: from k on they have sheets, fewer are invited online. */
    paper: integer().notNull().default(0),
    /** Ballots collected: null while open, a count from sealing on. */
    collected: integer(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.id] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/**
 * In which unit of the newest wave's tree each invited person is counted. It says who was invited, which the organisation knows, and nothing of
 * who answered; the next opening counts from it how many are invited again, and writes it anew.
 */
export const lastGroup = pgTable(
  'last_group',
  {
    organisation: uuid().notNull(),
    programme: uuid().notNull(),
    person: uuid().notNull(),
    wave: uuid().notNull(),
    unit: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.programme, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/** Who is invited to an open wave, and where the person's bits are: one in each dimension. Deleted at sealing. */
export const roster = pgTable(
  'roster',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    person: uuid().notNull(),
    dimension: text().notNull(),
    cohort: uuid().notNull(),
    /** Place in the cohort's bitmap: shuffled anew in every wave. */
    slot: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.person, t.dimension] }),
    unique().on(t.organisation, t.wave, t.cohort, t.slot),
    // To which waves is this person invited?
    index().on(t.organisation, t.person),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/**
 * The places of a cohort that belong to sheets of paper and to nobody: whoever draws a sheet answers at its slot. Written when
 * the wave opens, when codes are made and when the sheets are handed out; using a sheet leaves no mark in here. Deleted at sealing.
 */
export const sheet = pgTable(
  'sheet',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    /** Place in the cohort's bitmap, drawn from the same shuffle as the places of people. */
    slot: integer().notNull(),
    /** SHA-256 of wave and code; null until printed. */
    codeHash: bytea('code_hash'),
    /** How often codes were made for this cohort: only those of the last print work. */
    print: integer().notNull().default(0),
    /** Codes work from then on, and no others are made. */
    handedOut: boolean('handed_out').notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.slot] }),
    unique().on(t.organisation, t.wave, t.codeHash),
    foreignKey({
      columns: [t.organisation, t.wave, t.cohort],
      foreignColumns: [cohort.organisation, cohort.wave, cohort.id],
    }),
  ],
)

/**
 * Who collected a ballot, 128 slots of a cohort to a row: never when or in which order, and no row belongs to one person.
 * Emptied at sealing.
 */
export const participationPage = pgTable(
  'participation_page',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    cohort: uuid().notNull(),
    /** Slot s is in page floor(s / 128). */
    page: integer().notNull(),
    /** 16 bytes: bit i of byte floor(i / 8) is the page's slot i. */
    bits: bytea().notNull(),
    /** 2048 bytes: 16 for each slot, by which the very same request is known again; zeros where nobody asked yet. */
    tags: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.cohort, t.page] }),
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

/**
 * Answers of an open wave, each locked in a box whose key is not in the database. No person, no time, no serial. No foreign
 * key either: checking one would leave a mark on the cohort's row, and only a valid ballot gets a row in here anyway.
 */
export const urn = pgTable(
  'urn',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    /** Hash of the ballot, by which it is used once. */
    nf: bytea().notNull(),
    cohort: uuid().notNull(),
    /** HMAC of the answers under a key that is not in the database: recognises an identical resend. */
    mac: bytea().notNull(),
    box: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.wave, t.nf] })],
)
