import type { AuditAction } from '@chorus/contracts/trust'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation, person } from './organisation.ts'
import { bytea } from './types.ts'

/**
 * A personal sign-in link. Only the SHA-256 of its secret is kept. A used one is deleted: to mark it would move its row, and tell the
 * order.
 */
export const signInLink = pgTable(
  'sign_in_link',
  {
    organisation: uuid().notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    person: uuid().notNull(),
    expiresAt: timestamp('expires_at', { withTimezone: true }).notNull(),
    /** The links that a demo prints can be opened again; all others once. */
    reusable: boolean().notNull(),
    /** The wave that a mail invited to: such links are deleted at sealing. Null for all others. */
    wave: uuid(),
    /** SHA-256 of the random value in the cookie of the browser that asked for the link; null where nobody asked for it in a browser. */
    askedBy: bytea('asked_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.tokenHash] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/**
 * A token with which a program reads reports in the name of a manager or of HR. Only the SHA-256 of its secret is kept, and nothing of
 * when it was made or used. Revoking deletes it.
 */
export const personalToken = pgTable(
  'personal_token',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    person: uuid().notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    /** The last day (UTC) on which it opens anything. */
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

/** How people sign in with an account that they have elsewhere (OpenID Connect). Nothing of who did, or when. */
export const signInProvider = pgTable('sign_in_provider', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  /** What its button says: "Sign in with ...". */
  name: text().notNull(),
  issuer: text().notNull(),
  clientId: text('client_id').notNull(),
  /** Sealed under the key of the installation, which is not in the database; null for a client without a secret. */
  clientSecret: bytea('client_secret'),
  /** What of the roster a claim is compared with. */
  match: text({ enum: ['email', 'external-id'] }).notNull(),
  claim: text().notNull(),
  /** Only people whose verified address belongs to one of these are let in; empty: whatever the domain. */
  domains: text().array().notNull(),
  /** Whether the sign-in page shows its button; a new one is tried first. */
  offered: boolean().notNull(),
})

/**
 * The password of an administrator, with the second factor that goes with it. No time of setting or use; the mark of a used step is an
 * HMAC under the key of the installation, so that a copy of the database does not tell when it was.
 */
export const administratorPassword = pgTable(
  'administrator_password',
  {
    organisation: uuid().notNull(),
    person: uuid().notNull(),
    /** argon2id, as a PHC string with its parameters and its salt. */
    hash: text().notNull(),
    /** The key of the second factor, sealed under the key of the installation. */
    totp: bytea().notNull(),
    /** Marks of the newest steps that were used, the newest last: none is taken twice. */
    usedSteps: text('used_steps').array().notNull(),
    /** Marks of the recovery codes that are left, HMACs under the same key. */
    recoveryCodes: text('recovery_codes').array().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/**
 * Wrong passwords and wrong codes of links, counted for all processes. Whose they are stands there as an HMAC under the key of the
 * installation, which is not in the database. Nothing of where they came from.
 */
export const signInTry = pgTable(
  'sign_in_try',
  {
    /** Of codes the one of the link; of passwords none (all zeros), since nobody has said yet who is there, or whether anybody is. */
    organisation: uuid().notNull(),
    mark: bytea().notNull(),
    count: smallint().notNull(),
    /** When the last one was; of the count of all passwords, when its period began. */
    at: timestamp({ withTimezone: true }).notNull(),
    /** Deleted then. */
    forgetAt: timestamp('forget_at', { withTimezone: true }).notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.mark] })],
)

/**
 * Signed-in devices, up to 128 to a row: where a row stands tells only which page was written last, never who signed in when.
 * A page holds the sessions from `first` up to the next page's `first`, in the order of their random ids. The k-th of each list
 * belong together. No time of day, address or browser, and one last day for everybody.
 */
export const sessionPage = pgTable(
  'session_page',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    endsOn: date('ends_on', { mode: 'string' }).notNull(),
    first: uuid().notNull(),
    ids: uuid().array().notNull(),
    people: uuid().array().notNull(),
    /** A random number that the newest token carries: a counter would tell how long somebody was here. */
    marks: integer().array().notNull(),
    /** That of the token before; a token with neither was copied, and ends the session. */
    marksBefore: integer('marks_before').array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.endsOn, t.first] })],
)

/**
 * Who changed, saw or exported what. Append only; nothing about answering or signing in to answer. A trigger gives each event its number,
 * without gaps within the organisation, and chains it to the one before (`packages/contracts/src/trail-hash.ts`).
 */
export const auditEvent = pgTable(
  'audit_event',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    number: bigint({ mode: 'number' }).notNull().default(0),
    at: timestamp({ withTimezone: true }).notNull(),
    actor: text().notNull(),
    action: text().$type<AuditAction>().notNull(),
    subject: text().notNull(),
    /** SHA-256. */
    hash: bytea().notNull().default(sql`''::bytea`),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.number] })],
)
