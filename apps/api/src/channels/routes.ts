import { randomBytes } from 'node:crypto'
import {
  addChannelRequest,
  addedChannel,
  type Channel,
  type ChannelTrouble,
  channels,
  channelTrial,
} from '@chorus/contracts/channels'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import {
  addChannel,
  type ChannelRow,
  findChannel,
  listChannels,
  listFailedPosts,
  mostPosts,
  removeChannel,
} from '@chorus/db/stores/channels'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import { z } from 'zod'
import { signedInPerson } from '../http/permission.ts'
import { ProblemError } from '../http/problem.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'
import { VaultError } from '../vault/vault.ts'
import { documentOf } from './message.ts'
import { post } from './post.ts'

const signingKeyBytes = 32
const channelParams = z.object({ channel: z.uuid() })
const mayManage = ['hr', 'administrator'] as const

/** Channels of a chat, and programs, that are told of waves. Their addresses are written and never read back. */
export function channelRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/channels',
    {
      config: { permission: [...mayManage] },
      schema: { summary: 'Which channels are told of waves', response: { 200: channels } },
    },
    async (request) => {
      const { organisation } = signedInPerson(request)
      const failed = await listFailedPosts(office, organisation)
      const rows = await listChannels(office, organisation)
      return {
        ready: parts.channels !== null,
        channels: rows.map((row) => ({
          ...described(row),
          failed: failed.flatMap(({ channel, label, event, trouble, attempts }) =>
            channel === row.id && trouble !== null
              ? [{ label, event, trouble, isGivenUp: attempts >= mostPosts }]
              : [],
          ),
        })),
      }
    },
  )

  app.post(
    '/api/channels',
    {
      config: { permission: [...mayManage] },
      schema: {
        summary: 'Have a channel told of waves',
        body: addChannelRequest,
        response: { 201: addedChannel },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const { lock, reach } = ready()
      const { url, kind, name, language, events } = request.body
      const address = new URL(url)
      if (!reach.allowsProtocol(address.protocol) || address.username !== '' || address.password !== '')
        throw new ProblemError('channel-address-not-allowed')
      const signingKey = kind === 'webhook' ? randomBytes(signingKeyBytes).toString('base64url') : null
      const row = await addChannel(office, {
        organisation,
        kind,
        name,
        host: address.host,
        language,
        events: [...new Set(events)],
        locked: lock.lock(organisation, { url, signingKey }),
      })
      await note(organisation, person.name, 'channel added', row)
      return reply.code(201).send({ channel: { ...described(row), failed: [] }, signingKey })
    },
  )

  app.post(
    '/api/channels/:channel/trial',
    {
      config: { permission: [...mayManage] },
      schema: {
        summary: 'Send a trial message to a channel',
        params: channelParams,
        response: { 200: channelTrial },
      },
    },
    async (request) => {
      const signedIn = signedInPerson(request)
      const row = await channelOf(signedIn.organisation, request.params.channel)
      return { trouble: await tryOut(row, signedIn.organisationName) }
    },
  )

  app.delete(
    '/api/channels/:channel',
    {
      config: { permission: [...mayManage] },
      schema: {
        summary: 'Tell a channel nothing any more',
        params: channelParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { organisation, person } = signedInPerson(request)
      const row = await channelOf(organisation, request.params.channel)
      if (await removeChannel(office, row)) await note(organisation, person.name, 'channel removed', row)
      return reply.code(204).send(null)
    },
  )

  function ready(): NonNullable<Parts['channels']> {
    if (parts.channels === null) throw new ProblemError('channels-not-ready')
    return parts.channels
  }

  async function channelOf(organisation: string, id: string): Promise<ChannelRow> {
    const row = await findChannel(office, { organisation, id })
    if (!row) throw new ProblemError('unknown-channel')
    return row
  }

  async function tryOut(row: ChannelRow, organisationName: string): Promise<ChannelTrouble | null> {
    const { lock, reach, address } = ready()
    try {
      const secret = lock.open(row.organisation, row.locked)
      const settings = (await readMailSettings(office, row.organisation)) ?? usualMailSettings
      const document = documentOf(
        row.kind,
        {
          event: 'trial',
          delivery: `${row.id}/trial`,
          organisation: organisationName,
          label: '',
          closesAt: null,
          zone: settings.zone,
          address: `${address}/`,
          language: row.language,
        },
        secret,
        parts.now(),
      )
      const sent = await post(secret.url, document, reach)
      return sent.ok ? null : sent.error
    } catch (error) {
      if (error instanceof VaultError) return 'key-missing'
      throw error
    }
  }

  async function note(
    organisation: string,
    actor: string,
    action: 'channel added' | 'channel removed',
    { name, kind, host }: ChannelRow,
  ): Promise<void> {
    await recordEvent(office, organisation, {
      at: parts.now(),
      actor,
      action,
      subject: `${name} (${kind}, ${host})`,
    })
  }
}

function described({ id, kind, name, host, language, events }: ChannelRow): Omit<Channel, 'failed'> {
  return { id, kind, name, host, language, events }
}
