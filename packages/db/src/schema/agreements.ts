import type { AgreementTexts } from '@chorus/contracts/agreements'
import { sql } from 'drizzle-orm'
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { person, unit } from './organisation.ts'

/** A version of what a unit agreed on. Its texts are never edited: a new version takes its place. */
export const agreementVersion = pgTable(
  'agreement_version',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** Null once the unit is gone. */
    unit: text(),
    /** As it was when the version was proposed, and what stays when the unit goes. */
    unitName: text('unit_name').notNull(),
    texts: jsonb().$type<AgreementTexts>().notNull(),
    state: text({ enum: ['proposed', 'in force', 'replaced', 'withdrawn'] }).notNull(),
    /** 1, 2, 3 ... in the order in which versions of the unit came into force; null for one that never did. */
    number: integer(),
    /** Null once the person is erased. */
    proposedBy: uuid('proposed_by'),
    proposedOn: date('proposed_on', { mode: 'string' }).notNull(),
    decidedBy: uuid('decided_by'),
    decidedOn: date('decided_on', { mode: 'string' }),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    // The migration limits these to the column that points: the organisation stays.
    foreignKey({ columns: [t.organisation, t.unit], foreignColumns: [unit.organisation, unit.id] }).onDelete(
      'set null',
    ),
    foreignKey({
      columns: [t.organisation, t.proposedBy],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    foreignKey({
      columns: [t.organisation, t.decidedBy],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('set null'),
    unique().on(t.organisation, t.unit, t.number),
    index().on(t.organisation, t.unit),
  ],
)

/** That somebody has read a version. Who has not is kept nowhere. */
export const agreementSignature = pgTable(
  'agreement_signature',
  {
    organisation: uuid().notNull(),
    version: uuid().notNull(),
    person: uuid().notNull(),
    on: date({ mode: 'string' }).notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.version, t.person] }),
    foreignKey({
      columns: [t.organisation, t.version],
      foreignColumns: [agreementVersion.organisation, agreementVersion.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)
