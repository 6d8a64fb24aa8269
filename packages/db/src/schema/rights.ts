import type { Instrument } from '@chorus/contracts/instrument'
import type { Rhythm } from '@chorus/contracts/rhythm'
import type { ProposedChange } from '@chorus/contracts/rights'
import type { Rotation } from '@chorus/contracts/rotation'
import { sql } from 'drizzle-orm'
import {
  date,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { organisation, person } from './organisation.ts'

/** What a waiting change writes when it is agreed, where that is more than its readers are told. Bytes are base64url. */
export type HeldChange =
  | { readonly kind: 'questionnaire'; readonly instrument: Instrument }
  | { readonly kind: 'rhythm'; readonly before: RhythmOf; readonly after: RhythmOf }
  | { readonly kind: 'provider'; readonly secretBefore: string | null; readonly secret: string | null }
  | { readonly kind: 'scim-token'; readonly id: string; readonly tokenHash: string }
  | { readonly kind: 'trusted-named'; readonly person: string; readonly escalation: string }

type RhythmOf = { readonly rhythm: Rhythm | null; readonly rotation: Rotation | null }

/**
 * A change of the rules that somebody proposed: of a programme, of who signs in and who provisions people, of the need for a second person, or
 * of who watches over them, or of who takes concerns. Names are kept as they were, so that the history stays when people leave.
 */
export const ruleChange = pgTable(
  'rule_change',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    /** What it is about, as `aboutOf` in stores/rule-changes.ts says it: one change waits for each. */
    about: text().notNull(),
    change: jsonb().$type<ProposedChange>().notNull(),
    /** Only while it waits: a sealed secret or the hash of a token is forgotten with the decision. */
    held: jsonb().$type<HeldChange>(),
    state: text({ enum: ['proposed', 'agreed', 'declined', 'withdrawn'] }).notNull(),
    /** A person's id, kept after the person has left: nobody decides on a change of the own. */
    proposedBy: uuid('proposed_by').notNull(),
    proposedByName: text('proposed_by_name').notNull(),
    proposedOn: date('proposed_on', { mode: 'string' }).notNull(),
    /** Null where no second person was needed, and while it waits. */
    decidedByName: text('decided_by_name'),
    /** Null while it waits. */
    decidedOn: date('decided_on', { mode: 'string' }),
    /** Why it was declined; empty where nothing was said. */
    reason: text().notNull().default(''),
    /** The first wave under what was changed of a programme; null before it opens, and for other changes. */
    sinceWave: uuid('since_wave'),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    uniqueIndex('one_waiting_change').on(t.organisation, t.about).where(sql`state = 'proposed'`),
  ],
)

/**
 * The parts of the tree that somebody of HR works for. HR without a row works for the whole, so a row does not go with its unit: HR of a part
 * that is gone works for nobody.
 */
export const hrScope = pgTable(
  'hr_scope',
  { organisation: uuid().notNull(), person: uuid().notNull(), unit: text().notNull() },
  (t) => [
    primaryKey({ columns: [t.organisation, t.person, t.unit] }),
    foreignKey({
      columns: [t.organisation, t.person],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
  ],
)

/** Who reads and answers in somebody's stead while the person is away. It gives what its giver may do at that moment, and no more. */
export const delegation = pgTable(
  'delegation',
  {
    organisation: uuid().notNull(),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    giver: uuid().notNull(),
    standIn: uuid('stand_in').notNull(),
    units: text().array().notNull(),
    /** Both days are in it, by the calendar of the organisation's zone. */
    fromDay: date('from_day', { mode: 'string' }).notNull(),
    untilDay: date('until_day', { mode: 'string' }).notNull(),
    reason: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.id] }),
    foreignKey({
      columns: [t.organisation, t.giver],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organisation, t.standIn],
      foreignColumns: [person.organisation, person.id],
    }).onDelete('cascade'),
    index().on(t.organisation, t.standIn),
    index().on(t.organisation, t.giver),
  ],
)
