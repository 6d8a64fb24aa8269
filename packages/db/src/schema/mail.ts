import { foreignKey, integer, pgTable, primaryKey, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { wave } from './collect.ts'
import { organisation, person } from './organisation.ts'
import { bytea } from './types.ts'

/**
 * Mails of an open wave that are still to be sent. They are sent in the order of their random ids, and a sent one is deleted. No time
 * and no text: the personal link is made when the mail is sent.
 */
export const outgoingMail = pgTable(
  'outgoing_mail',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().defaultRandom(),
    wave: uuid().notNull(),
    kind: text({ enum: ['invitation', 'reminder'] }).notNull(),
    person: uuid().notNull(),
    /** How often the mail server put it off. */
    attempts: smallint().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.wave, t.kind, t.person),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** That a wave's invitations, or one round of its reminders, were ordered, and for how many people: everybody on the roster. */
export const mailing = pgTable(
  'mailing',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    kind: text({ enum: ['invitation', 'reminder'] }).notNull(),
    /** 1 for invitations; 1, 2 for reminders. */
    round: smallint().notNull(),
    people: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.wave, t.kind, t.round] }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/**
 * Whose invitation the mail server refused for good, so that the address can be mended. Never of reminders: that one of several
 * known bad addresses is missing there would tell who wants none.
 */
export const refusedInvitation = pgTable(
  'refused_invitation',
  {
    organisation: uuid().notNull(),
    wave: uuid().notNull(),
    person: uuid().notNull(),
    reason: text({ enum: ['address', 'mail'] }).notNull(),
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
 * Who wants no reminders: one block for the whole organisation, encrypted under a key that is not in the database and as long as if
 * everybody wanted none. No row belongs to a person, and a copy tells neither who nor how many.
 */
export const noReminders = pgTable('no_reminders', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  block: bytea().notNull(),
})
