import type { QuietHours } from '@chorus/contracts/quiet-hours'
import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { wave } from './collect.ts'
import { organisation, person } from './organisation.ts'
import { bytea } from './types.ts'

/**
 * Mails, of a wave, about actions, concerns or the learning loop, that are still to be sent. Each has a random moment from which it may leave, and a sent one is deleted. No
 * text: the personal link is made when the mail is sent.
 */
export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    /** Null for mails about actions and concerns, and for digests. */
    wave: uuid(),
    kind: text({ enum: ['invitation', 'reminder', 'results', 'actions', 'concerns', 'digest'] }).notNull(),
    person: uuid().notNull(),
    /** How often the mail server put it off. */
    attempts: smallint().notNull().default(0),
    /** Drawn at random for everybody when the mails are ordered, and anew when somebody's quiet hours are over. */
    sendAt: timestamp('send_at', { withTimezone: true }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.wave, t.kind, t.person),
    index().on(t.organisation, t.sendAt, t.id),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** That mails of a wave were ordered, once for each kind and round, and for how many people: everybody on the roster. */
export const mailing = pgTable(
  'mailing',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    kind: text({ enum: ['invitation', 'reminder', 'results'] }).notNull(),
    /** 1; 1, 2 for reminders. */
    round: smallint().notNull(),
    people: integer().notNull(),
    /** For how many of them quiet hours lasted until the close: they got none. */
    dropped: integer().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.kind, t.round] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/**
 * Whose invitation the mail server refused for good, or came back, so that the address can be mended. Never of reminders: that one of several
 * known bad addresses is missing there would tell who wants none.
 */
export const refusedInvitation = pgTable(
  'refused_invitation',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    person: uuid().notNull(),
    reason: text({ enum: ['address', 'mail', 'returned'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.person] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/**
 * An address from which mails came back, as long as it is the person's. Never noted while reminders are under way: that one came back
 * would tell who got one.
 */
export const mailBounce = pgTable(
  'mail_bounce',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    /** For which it was noted: a person with another one is written to again. */
    address: text().notNull(),
    kind: text({ enum: ['hard', 'soft'] }).notNull(),
    /** The last day (UTC) on which one came back. */
    day: date({ mode: 'string' }).notNull(),
    /** On how many days in a row. */
    days: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** With which a program may say that mails came back. */
export const bounceSecret = pgTable('bounce_secret', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  hash: bytea().notNull().unique(),
  madeOn: date('made_on', { mode: 'string' }).notNull(),
})

/**
 * Who wants no reminders: one block for the whole organisation, encrypted under a key that is not in the database and as long as if
 * everybody wanted none. No row belongs to a person, and a copy tells neither who nor how many.
 */
export const noReminders = pgTable('no_reminders', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  block: bytea().notNull(),
})

/** How the organisation's mails leave. No row: as `usualMailSettings` says. */
export const mailSettings = pgTable('mail_settings', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** IANA name, for everybody of whom no other zone is known. */
  zone: text().notNull(),
  quiet: jsonb().$type<QuietHours>().notNull(),
  spreadMinutes: smallint('spread_minutes').notNull(),
  results: boolean().notNull(),
  /** Whether people are told, once a week, that actions of their units were added or moved on. */
  actions: boolean().notNull().default(false),
})

/** That people were told, once in a week, of actions that were added or moved on. */
export const actionMailing = pgTable(
  'action_mailing',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    /** Its Monday, in the organisation's zone. */
    week: date({ mode: 'string' }).notNull(),
    /** Of which days they were told: all before this one (UTC). */
    toldUntil: date('told_until', { mode: 'string' }).notNull(),
    people: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.week] })],
)

/** What a person chose in place of the organisation's quiet hours and of the roster's zone; null: as they are. Nothing of when it was chosen. */
export const ownQuietHours = pgTable(
  'own_quiet_hours',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    zone: text(),
    quiet: jsonb().$type<QuietHours>(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
