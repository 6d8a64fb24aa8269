import { z } from 'zod'

export const channelKind = z.enum(['webhook', 'slack', 'teams'])
export type ChannelKind = z.infer<typeof channelKind>
export const channelEvent = z.enum(['wave-open', 'results-out'])
export type ChannelEvent = z.infer<typeof channelEvent>

/** Why a channel was not told. `refused`: it answered with a status that says no. */
export const channelTrouble = z.enum([
  'address-not-allowed',
  'not-found',
  'not-reached',
  'too-slow',
  'redirected',
  'refused',
  'key-missing',
])
export type ChannelTrouble = z.infer<typeof channelTrouble>

const channelName = z.string().trim().min(1).max(80)
const webAddress = z.url({ protocol: /^https?$/ }).max(2000)

/** `POST /api/channels`, HR and administrators. The address is never shown again. */
export const addChannelRequest = z
  .object({
    kind: channelKind,
    name: channelName,
    url: webAddress,
    language: z.string().regex(/^[a-z]{2}$/),
    events: z.array(channelEvent).min(1),
  })
  .strict()

export const channel = z.object({
  id: z.uuid(),
  kind: channelKind,
  name: z.string(),
  host: z.string(),
  language: z.string(),
  events: z.array(channelEvent),
  /** What it could not be told; `given up`: it is not tried any more. */
  failed: z.array(
    z.object({ label: z.string(), event: channelEvent, trouble: channelTrouble, isGivenUp: z.boolean() }),
  ),
})
export type Channel = z.infer<typeof channel>

/** `GET /api/channels`; `ready`: whether this installation knows its public address, which messages lead to. */
export const channels = z.object({ ready: z.boolean(), channels: z.array(channel) })
export type Channels = z.infer<typeof channels>

/** Answer to `POST /api/channels`: the key of signatures of a webhook, shown once; null for chats. */
export const addedChannel = z.object({ channel, signingKey: z.string().nullable() })
export type AddedChannel = z.infer<typeof addedChannel>

/** Answer to `POST /api/channels/{channel}/trial`: null when the trial message arrived. */
export const channelTrial = z.object({ trouble: channelTrouble.nullable() })
export type ChannelTrial = z.infer<typeof channelTrial>
