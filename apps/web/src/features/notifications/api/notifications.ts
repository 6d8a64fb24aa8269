import type { Notifications, NotificationWishes, ToldHow, Unseen } from '@chorus/contracts/commons'
import type { NotificationKind } from '@chorus/contracts/community'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const notificationsQuery = queryOptions({
  queryKey: ['notifications'],
  queryFn: () => request<Notifications>('GET', '/api/my/notifications'),
})

export const markSeen = (ids: readonly string[]) =>
  request<Unseen>('POST', '/api/my/notifications/seen', { ids })

export const wishesQuery = queryOptions({
  queryKey: ['notification-wishes'],
  queryFn: () => request<NotificationWishes>('GET', '/api/my/notification-wishes'),
})

export const setWish = ({ what, how }: { what: NotificationKind; how: ToldHow }) =>
  request<NotificationWishes>('PUT', `/api/my/notification-wishes/${encodeURIComponent(what)}`, { how })
