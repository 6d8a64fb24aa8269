import { present } from '@chorus/basics/assert'
import type { ChannelEvent, ChannelTrouble } from '@chorus/contracts/channels'
import { and, arrayContains, asc, eq, isNotNull, lt, lte, sql } from 'drizzle-orm'
import type { Mailer, Office } from '../database.ts'
import { channel, channelPost } from '../schema/channels.ts'
import { wave } from '../schema/collect.ts'
import { mailSettings } from '../schema/mail.ts'
import { organisation } from '../schema/organisation.ts'

export type ChannelRow = typeof channel.$inferSelect

/** Afterwards a channel is not told any more: that is most of a day. */
export const mostPosts = 10

export async function addChannel(office: Office, row: Omit<ChannelRow, 'id'>): Promise<ChannelRow> {
  const [added] = await office.insert(channel).values(row).returning()
  return present(added, 'the row of a new channel')
}

export async function listChannels(office: Office, organisationId: string): Promise<ChannelRow[]> {
  return office
    .select()
    .from(channel)
    .where(eq(channel.organisation, organisationId))
    .orderBy(asc(channel.name), asc(channel.id))
}

export async function findChannel(
  office: Office,
  key: { organisation: string; id: string },
): Promise<ChannelRow | null> {
  const [row] = await office.select().from(channel).where(thisOne(key))
  return row ?? null
}

/** @returns whether there was one */
export async function removeChannel(
  office: Office,
  key: { organisation: string; id: string },
): Promise<boolean> {
  const { rowCount } = await office.delete(channel).where(thisOne(key))
  return rowCount === 1
}

/** What channels could not be told so far. */
export async function listFailedPosts(office: Office, organisationId: string) {
  return office
    .select({
      channel: channelPost.channel,
      label: wave.label,
      event: channelPost.event,
      trouble: channelPost.trouble,
      attempts: channelPost.attempts,
    })
    .from(channelPost)
    .innerJoin(wave, and(eq(wave.organisation, channelPost.organisation), eq(wave.id, channelPost.wave)))
    .where(
      and(
        eq(channelPost.organisation, organisationId),
        eq(channelPost.isSent, false),
        isNotNull(channelPost.trouble),
      ),
    )
    .orderBy(asc(wave.label), asc(channelPost.event))
}

/** Has every channel that listens told of a wave, once: asked again, it does nothing. */
export async function announceWave(
  office: Pick<Office, 'select' | 'insert'>,
  { organisation, id }: { readonly organisation: string; readonly id: string },
  event: ChannelEvent,
  now: Date,
): Promise<void> {
  const listening = await office
    .select({ channel: channel.id })
    .from(channel)
    .where(and(eq(channel.organisation, organisation), arrayContains(channel.events, [event])))
  if (listening.length === 0) return
  await office
    .insert(channelPost)
    .values(listening.map((one) => ({ organisation, wave: id, event, dueAt: now, ...one })))
    .onConflictDoNothing()
}

/** A message that is due, and all that its words need. */
export type DuePost = Pick<ChannelRow, 'organisation' | 'kind' | 'language' | 'locked'> & {
  readonly channel: string
  readonly wave: string
  readonly event: ChannelEvent
  readonly attempts: number
  readonly organisationName: string
  readonly label: string
  readonly closesAt: Date
  readonly stage: 'open' | 'sealed' | 'published'
  readonly zone: string | null
}

/** `over`: there is nothing to tell any more. */
export type PostOutcome = 'sent' | 'over' | { readonly trouble: ChannelTrouble; readonly dueAt: Date }

/**
 * Takes the next message that is due, holds it while `send` works, and keeps what became of it. Several processes may do so at once.
 * @returns false when none is due
 */
export async function takePost(
  mailer: Mailer,
  now: Date,
  send: (post: DuePost) => Promise<PostOutcome>,
): Promise<boolean> {
  return mailer.transaction(async (tx) => {
    const [next] = await tx
      .select()
      .from(channelPost)
      .where(
        and(eq(channelPost.isSent, false), lte(channelPost.dueAt, now), lt(channelPost.attempts, mostPosts)),
      )
      .orderBy(asc(channelPost.dueAt))
      .limit(1)
      .for('update', { skipLocked: true })
    if (!next) return false
    const [words] = await tx
      .select({
        kind: channel.kind,
        language: channel.language,
        locked: channel.locked,
        organisationName: organisation.name,
        label: wave.label,
        closesAt: wave.closesAt,
        stage: wave.stage,
        zone: mailSettings.zone,
      })
      .from(channel)
      .innerJoin(organisation, eq(organisation.id, channel.organisation))
      .innerJoin(wave, and(eq(wave.organisation, channel.organisation), eq(wave.id, next.wave)))
      .leftJoin(mailSettings, eq(mailSettings.organisation, channel.organisation))
      .where(thisOne({ organisation: next.organisation, id: next.channel }))
    const outcome = await send({ ...next, ...present(words, 'the channel of a message') })
    await tx
      .update(channelPost)
      .set(
        typeof outcome === 'string'
          ? { isSent: true, trouble: null }
          : { attempts: sql`${channelPost.attempts} + 1`, ...outcome },
      )
      .where(
        and(
          eq(channelPost.organisation, next.organisation),
          eq(channelPost.channel, next.channel),
          eq(channelPost.wave, next.wave),
          eq(channelPost.event, next.event),
        ),
      )
    return true
  })
}

function thisOne(key: { organisation: string; id: string }) {
  return and(eq(channel.organisation, key.organisation), eq(channel.id, key.id))
}
