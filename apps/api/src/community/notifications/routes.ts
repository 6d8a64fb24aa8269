import {
  markSeen,
  type Notification,
  notifications,
  notificationWishes,
  setWish as setWishBody,
  unseen,
} from '@chorus/contracts/commons'
import { notificationKind } from '@chorus/contracts/community'
import { readWishes, setWish } from '@chorus/db/stores/notification-wishes'
import {
  countUnseen,
  listNotifications,
  markNotificationsSeen,
  type NotificationRow,
} from '@chorus/db/stores/notifications'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type SignedIn, signedInPerson } from '../../http/permission.ts'
import type { App } from '../../http/zod-app.ts'
import type { Parts } from '../../parts.ts'
import { notifiedAbout } from './notified-about.ts'

const mostShown = 100

/** What somebody is told of, and how they want to be told. */
export function notificationRoutes(app: App, parts: Parts): void {
  const { office } = parts.database

  app.get(
    '/api/my/notifications',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'What I am told of, newest first', response: { 200: notifications } },
    },
    async (request) => {
      const reader = signedInPerson(request)
      const rows = await listNotifications(office, ownerOf(request), mostShown)
      const about = await subjectsOf(reader, rows)
      return notifications.parse({
        notifications: rows.map(({ id, what, kind, subject, actorName, at, seen }) => ({
          id,
          what,
          about: about.get(`${kind} ${subject}`) ?? null,
          actor: actorName,
          at: at.toISOString(),
          seen,
        })),
      })
    },
  )

  app.get(
    '/api/my/notifications/unseen',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'How much of it I have not seen', response: { 200: unseen } },
    },
    async (request) => ({ unseen: await countUnseen(office, ownerOf(request)) }),
  )

  app.post(
    '/api/my/notifications/seen',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'I have seen these', body: markSeen, response: { 200: unseen } },
    },
    async (request) => {
      await markNotificationsSeen(office, ownerOf(request), request.body.ids)
      return { unseen: await countUnseen(office, ownerOf(request)) }
    },
  )

  app.get(
    '/api/my/notification-wishes',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'How I want to be told of what', response: { 200: notificationWishes } },
    },
    async (request) => wishesOf(request),
  )

  app.put(
    '/api/my/notification-wishes/:what',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Be told of something in another way, or not at all',
        params: z.object({ what: notificationKind }),
        body: setWishBody,
        response: { 200: notificationWishes },
      },
    },
    async (request) => {
      await setWish(office, ownerOf(request), request.params.what, request.body.how)
      return wishesOf(request)
    },
  )

  async function wishesOf(request: FastifyRequest) {
    const wishes = await readWishes(office, ownerOf(request))
    return {
      wishes: notificationKind.options.map((what) => ({
        what,
        how: wishes.get(what) ?? ('digest' as const),
      })),
    }
  }

  /** What they are about, as far as the reader may still read it; much is often told of one thing. */
  async function subjectsOf(reader: SignedIn, rows: readonly NotificationRow[]) {
    const found = new Map<string, Notification['about']>()
    for (const row of rows) {
      const key = `${row.kind} ${row.subject}`
      if (!found.has(key)) found.set(key, await notifiedAbout(office, reader, row))
    }
    return found
  }
}

function ownerOf(request: FastifyRequest) {
  const { organisation, person } = signedInPerson(request)
  return { organisation, person: person.id }
}
