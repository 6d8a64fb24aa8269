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
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'

/** The tenant. Every other table's key starts with it. */
export const organisation = pgTable('organisation', {
  id: uuid().primaryKey().default(sql`gen_random_uuid()`),
  name: text().notNull(),
  /** Nobody is asked more often in a quarter, over all programmes. 14: a weekly programme, whose fullest quarters have 14 waves. */
  pulsesAQuarter: integer('pulses_a_quarter').notNull().default(14),
  /** Days from leaving until a person's row is erased; 0 = at once. */
  eraseAfterDays: integer('erase_after_days').notNull().default(30),
  /** What the columns of its last people file meant, by header: remembered for the next one. */
  importColumns: jsonb('import_columns').$type<Record<string, string>>(),
  /** Whether a change of the rules needs a second person: HR proposes, the works council agrees. */
  secondPerson: boolean('second_person').notNull().default(false),
  /** The language of people of whom no file says one. */
  language: text().notNull().default('en'),
  /** Who set it up in the browser: administrator beside HR for as long as nobody has that role. Null where a command made it. */
  founder: uuid(),
})

/** A node of the organisation tree as it is today; waves keep the tree they were opened with. */
export const unit = pgTable(
  'unit',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    /** The organisation's own id for it. */
    id: text().notNull(),
    parent: text(),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({ columns: [t.organisation, t.parent], foreignColumns: [t.organisation, t.id] }),
  ],
)

/** Somebody on the roster. Never near an answer. */
export const person = pgTable(
  'person',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** The organisation's own id for the person. */
    externalId: text('external_id').notNull(),
    name: text().notNull(),
    /** Lower case. */
    email: text().notNull(),
    unit: text().notNull(),
    role: text({ enum: ['employee', 'hr', 'administrator', 'auditor'] }).notNull(),
    language: text().notNull(),
    /** Roster attributes that results may be split by: {"tenure": "0-2 years"}. */
    cuts: jsonb().$type<Record<string, string>>().notNull(),
    /** How the person answers: on a device of the own, or from a sheet of paper at a shared one. */
    channel: text({ enum: ['online', 'paper'] })
      .notNull()
      .default('online'),
    /**
     * Null: belongs to the organisation. A day (UTC): has left, is erased on that day, and until then neither signs in nor is
     * counted, invited, mailed or listed; the name is still masked in comments.
     */
    eraseOn: date('erase_on', { mode: 'string' }),
    /** IANA name of the time zone in which the person lives; null: the organisation's. */
    zone: text(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    unique().on(t.organisation, t.externalId),
    // A newcomer may take the address of somebody who left.
    uniqueIndex('person_email_of_today').on(t.organisation, t.email).where(sql`erase_on IS NULL`),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }),
    index().on(t.organisation, t.unit),
    // Who of all organisations has this address? For mailing a link that was asked for.
    index().on(t.email),
  ],
)

/** Who leads which unit, and so may read its results. */
export const unitLead = pgTable(
  'unit_lead',
  { organisation: uuid().notNull(), unit: text().notNull(), person: uuid().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.unit, t.person] }),
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'cascade',
    ),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
