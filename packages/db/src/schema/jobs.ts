import {
  date,
  foreignKey,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { programme, wave } from './collect.ts'
import { organisation } from './organisation.ts'

/**
 * The account of every wave that a rhythm planned and whose opening has come: it was opened once, or left out for a reason that is kept.
 * The times are those of the plan, frozen when they came due, so that a rhythm that changes later moves nothing under way.
 */
export const plannedWave = pgTable(
  'planned_wave',
  {
    organisation: uuid().notNull(),
    programme: uuid().notNull(),
    /** Local date on which the rhythm meant it to open. */
    occurrence: date({ mode: 'string' }).notNull(),
    opensAt: timestamp('opens_at', { withTimezone: true }).notNull(),
    closesAt: timestamp('closes_at', { withTimezone: true }).notNull(),
    /** Instants as ISO 8601 in UTC, rising. */
    remindAt: jsonb('remind_at').$type<readonly string[]>().notNull(),
    state: text({ enum: ['due', 'opened', 'skipped'] }).notNull(),
    /** Why it was left out: "server-away", "paused", or the code of the refusal that its opening met. */
    reason: text(),
    wave: uuid(),
    /** How many of its times for reminders have come and were acted on. */
    remindersCome: smallint('reminders_come').notNull().default(0),
    /** How many rounds of reminders there are to be by now: an absolute number, so that asking twice orders once. */
    rounds: smallint().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.programme, t.occurrence] }),
    unique().on(t.organisation, t.wave),
    foreignKey({
      columns: [t.organisation, t.programme],
      foreignColumns: [programme.organisation, programme.id],
    }),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)

/** Jobs about waves that were begun and are not finished: under way, or in trouble. Deleted when they succeed. */
export const waveJob = pgTable(
  'wave_job',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    kind: text({ enum: ['open', 'mail', 'remind', 'close', 'seal', 'publish', 'tell', 'daily'] }).notNull(),
    /** The wave; of an opening the programme, of daily work the organisation. */
    subject: uuid().notNull(),
    begunAt: timestamp('begun_at', { withTimezone: true }).notNull(),
    /** How often it failed. */
    tries: smallint().notNull().default(0),
    /** Why the last try failed, by the codes of the catalogue of problems. Null before a first failure. */
    trouble: text(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.kind, t.subject] })],
)

/** The last day on which an organisation's daily work was done, UTC. */
export const dailyWork = pgTable('daily_work', {
  organisation: uuid()
    .primaryKey()
    .references(() => organisation.id),
  doneOn: date('done_on', { mode: 'string' }).notNull(),
})
