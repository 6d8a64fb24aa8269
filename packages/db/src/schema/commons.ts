import { foreignKey, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { organisation, person } from './organisation.ts'

/*
 * What all parts of the learning loop share. A target is a subject of the loop, or a reply: its kind and its id.
 */

/** That somebody wants to be told of new lessons under a tag. */
export const followedTag = pgTable(
  'followed_tag',
  { organisation: uuid().notNull(), person: uuid().notNull(), tag: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person, t.tag] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** How somebody wants to be told of one kind of thing; no row: on the page, and in the digest of whoever gets one. */
export const notificationWish = pgTable(
  'notification_wish',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    what: text().notNull(),
    how: text({ enum: ['page', 'not at all'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person, t.what] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** That digests of the learning loop were ordered, and what they tell of. */
export const digestMailing = pgTable(
  'digest_mailing',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    /** What was written from this moment on ... */
    since: timestamp({ withTimezone: true }).notNull(),
    /** ... and before this one. */
    until: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.until] })],
)

/** That somebody thinks a text should not stand as it does. One for each person and target; who reported is on no page. */
export const targetReport = pgTable(
  'target_report',
  {
    organisation: uuid().notNull(),
    kind: text().notNull(),
    target: uuid().notNull(),
    person: uuid().notNull(),
    reason: text({ enum: ['about a person', 'hurtful', 'blames', 'confidential', 'other'] }).notNull(),
    words: text().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
    state: text({ enum: ['open', 'settled'] })
      .notNull()
      .default('open'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.kind, t.target, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** What HR has hidden from all but its author; the row goes when it is shown again. */
export const hiddenTarget = pgTable(
  'hidden_target',
  {
    organisation: uuid().notNull(),
    kind: text().notNull(),
    target: uuid().notNull(),
    reason: text().notNull(),
    /** Null once the person is erased. */
    by: uuid(),
    at: timestamp({ withTimezone: true }).notNull(),
    /** The author's own words against it, once. */
    appeal: text(),
    state: text({ enum: ['hidden', 'appealed', 'stays hidden'] }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.kind, t.target] }),
    foreignKey({
      columns: [t.organisation, t.by],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
  ],
)

/** That something was blacked out in a text on somebody's request. What, is not kept. */
export const redaction = pgTable(
  'redaction',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text().notNull(),
    target: uuid().notNull(),
    at: timestamp({ withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.kind, t.target, t.at] })],
)
