import type { ChannelEvent, ChannelTrouble } from '@chorus/contracts/channels'
import { sql } from 'drizzle-orm'
import {
  boolean,
  foreignKey,
  pgTable,
  primaryKey,
  smallint,
  text,
  timestamp,
  uuid,
} from 'drizzle-orm/pg-core'
import { wave } from './collect.ts'
import { organisation } from './organisation.ts'
import { bytea } from './types.ts'

/** A channel of a chat, or a program, that is told when a wave is open or its results are out. Never of a person. */
export const channel = pgTable(
  'channel',
  {
    organisation: uuid()
      .notNull()
      .references(() => organisation.id),
    id: uuid().notNull().default(sql`gen_random_uuid()`),
    kind: text({ enum: ['webhook', 'slack', 'teams'] }).notNull(),
    name: text().notNull(),
    /** Host name of its address, for people to recognise it by. */
    host: text().notNull(),
    language: text().notNull(),
    events: text().array().$type<ChannelEvent[]>().notNull(),
    /** Address, and the key of signatures, encrypted under a key that is not in the database: who knows the address can post there. */
    locked: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisation, t.id] })],
)

/** What a channel is told about a wave: once. */
export const channelPost = pgTable(
  'channel_post',
  {
    organisation: uuid().notNull(),
    channel: uuid().notNull(),
    wave: uuid().notNull(),
    event: text().$type<ChannelEvent>().notNull(),
    isSent: boolean('is_sent').notNull().default(false),
    attempts: smallint().notNull().default(0),
    /** When it is tried next. */
    dueAt: timestamp('due_at', { withTimezone: true }).notNull(),
    /** Why the last try failed; nothing of what the other side answered. */
    trouble: text().$type<ChannelTrouble>(),
  },
  (t) => [
    primaryKey({ columns: [t.organisation, t.channel, t.wave, t.event] }),
    foreignKey({
      columns: [t.organisation, t.channel],
      foreignColumns: [channel.organisation, channel.id],
    }).onDelete('cascade'),
    foreignKey({ columns: [t.organisation, t.wave], foreignColumns: [wave.organisation, wave.id] }),
  ],
)
