import type {
  AddedChannel,
  ChannelEvent,
  ChannelKind,
  Channels,
  ChannelTrial,
} from '@chorus/contracts/channels'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => request<Channels>('GET', '/api/channels'),
  staleTime: 0,
})

export async function addChannel(channel: {
  kind: ChannelKind
  name: string
  url: string
  language: string
  events: ChannelEvent[]
}): Promise<AddedChannel> {
  return request('POST', '/api/channels', channel)
}

export async function tryChannel(id: string): Promise<ChannelTrial> {
  return request('POST', `/api/channels/${encodeURIComponent(id)}/trial`, {})
}

export async function removeChannel(id: string): Promise<void> {
  return request('DELETE', `/api/channels/${encodeURIComponent(id)}`)
}
