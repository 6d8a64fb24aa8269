import {
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation, person } from './organisation.ts'
import { bytea } from './types.ts'

/** With which keys tickets for concerns are given in a month, and concerns of that month are locked. */
export const concernMonth = pgTable(
  'concern_month',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    /** Under which its keys lie in the vault. */
    id: uuid().notNull(),
    /** "2026-03", UTC. */
    month: text().notNull(),
    /** Canonical JSON with the public keys: the same for everybody. */
    description: text().notNull(),
    /** Its SHA-256, hex. */
    fingerprint: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] }), unique().on(t.organisation, t.month)],
)

/**
 * Who collected the tickets of a month: entries of 32 bytes, sorted, a mark that only a key of the vault makes of a person, and a tag that
 * recognises the same request again. Some hundred people share a row, and nobody knows which without that key.
 */
export const concernPage = pgTable(
  'concern_page',
  {
    organisation: uuid().notNull(),
    month: uuid().notNull(),
    page: integer().notNull(),
    entries: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.month, t.page] }),
    foreignKey({
      columns: [t.organisation, t.month],
      foreignColumns: [concernMonth.organisation, concernMonth.id],
    }).onDelete('cascade'),
  ],
)

/** Whom concerns may be sent to. Never changed but to end it: who reads a concern is what its sender was told. */
export const trustedPerson = pgTable(
  'trusted_person',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    /** Null once the person is erased. */
    person: uuid(),
    /** Who reads what waits for too long, or when the trusted person is gone; null once erased. */
    escalation: uuid(),
    /** What the person is: "Ombudsperson". */
    office: text().notNull(),
    /** Who reads what is sent, and who never does, in the person's own words. */
    about: text().notNull(),
    languages: text().array().notNull(),
    ended: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    // The migration limits these to the columns "person" and "escalation".
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    foreignKey({
      columns: [t.organisation, t.escalation],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
  ],
)

/**
 * A concern, locked. All that become readable on one day are written anew with each that comes, in the order of random ids: neither their
 * places nor what wrote them tells which came first.
 */
export const concern = pgTable(
  'concern',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    month: uuid().notNull(),
    trusted: uuid().notNull(),
    /** Made from the ticket: one concern for each. */
    nf: bytea().notNull(),
    /** Recognises the same concern, sent again; made under a key of the vault. */
    mac: bytea().notNull(),
    /** The text and the key for answers. All are as long. */
    box: bytea().notNull(),
    state: text({ enum: ['new', 'read', 'in work', 'closed'] })
      .notNull()
      .default('new'),
    /** From 06:00 of this day on, in the organisation's zone, it can be read. No other time of its coming is kept. */
    readableOn: date('readable_on', { mode: 'string' }).notNull(),
    /** Days without an answer until the escalation person reads it, too: as the sender was told. */
    escalateAfter: smallint('escalate_after').notNull(),
    /** The day from which the sender's oldest unanswered words can be read; null when all are answered. */
    waitingSince: date('waiting_since', { mode: 'string' }),
    /** An answer came too late: the escalation person goes on reading. */
    escalated: boolean().notNull().default(false),
    /** Where it is closed. */
    eraseOn: date('erase_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.nf),
    index().on(t.organisation, t.trusted),
    foreignKey({
      columns: [t.organisation, t.month],
      foreignColumns: [concernMonth.organisation, concernMonth.id],
    }),
    foreignKey({
      columns: [t.organisation, t.trusted],
      foreignColumns: [trustedPerson.organisation, trustedPerson.id],
    }),
  ],
)

/** What was said after a concern was sent, to the sender or by the sender. Those of senders are written anew by day, as concerns are. */
export const concernMessage = pgTable(
  'concern_message',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull(),
    concern: uuid().notNull(),
    /** 1, 2, 3 ... within the concern. */
    number: smallint().notNull(),
    by: text({ enum: ['sender', 'trusted', 'escalation'] }).notNull(),
    /** A sender's: the day from which it can be read. Another's: the day on which it was said. */
    day: date({ mode: 'string' }).notNull(),
    /** Locked under the keys of the concern's month. */
    locked: bytea().notNull(),
    /** To the sender: what only the sender can open, with a ticket for one reply; null for a sender's. */
    box: bytea(),
    /** SHA-256 of that ticket. */
    ticketHash: bytea('ticket_hash'),
    /** A sender's: the message that it replies to. */
    answers: uuid(),
    /** A sender's: recognises the same reply, sent again. */
    mac: bytea(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.answers),
    index().on(t.organisation, t.concern),
    foreignKey({
      columns: [t.organisation, t.concern],
      foreignColumns: [concern.organisation, concern.id],
    }).onDelete('cascade'),
  ],
)

/** No row: as `usualConcernSettings` says. */
export const concernSetting = pgTable('concern_setting', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** Days without an answer until the escalation person reads, too; holds for concerns that come afterwards. */
  answerWithinDays: smallint('answer_within_days').notNull(),
  /** Days from closing until a concern is erased. */
  eraseAfterDays: smallint('erase_after_days').notNull(),
  /** The last day whose batch trusted persons were told of by mail. */
  toldUntil: date('told_until', { mode: 'string' }),
})
