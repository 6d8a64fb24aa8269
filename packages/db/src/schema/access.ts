import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation, person } from './organisation.ts'
import { bytea } from './types.ts'

/** A personal sign-in link. Only the SHA-256 of its secret is kept. */
export const signInLink = pgTable(
  'sign_in_link',
  {
    organisation: uuid().notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    person: uuid().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** The links that a demo prints can be opened again; all others once. */
    reusable: boolean().notNull(),
    used: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.tokenHash] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** A signed-in device. Holds no time of day, address or browser: it must not tell when somebody answered. */
export const session = pgTable(
  'session',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    person: uuid().notNull(),
    /** Rises when the token is rotated; a token two steps behind was copied, and ends the session. */
    generation: integer().notNull().default(0),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** Who changed, saw or exported what. Append only; nothing about answering or signing in to answer. */
export const auditEvent = pgTable(
  'audit_event',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    number: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    action: text().notNull(),
    subject: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.number] })],
)
