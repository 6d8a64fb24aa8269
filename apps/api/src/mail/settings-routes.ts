import { isDeepStrictEqual } from 'node:util'
import {
  type MailSettings,
  mailSettings,
  ownQuietHours,
  ownQuietHoursAnswer,
  usualMailSettings,
} from '@chorus/contracts/quiet-hours'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { readMailSettings, writeMailSettings } from '@chorus/db/stores/mail-settings'
import { readOwnQuietHours, readZone, writeOwnQuietHours } from '@chorus/db/stores/own-quiet-hours'
import { signedInPerson } from '../http/permission.ts'
import type { App } from '../http/zod-app.ts'
import type { Parts } from '../parts.ts'

/** How the organisation's mails leave, and when nobody's own mail does. What people choose for themselves is in no trail. */
export function mailSettingsRoutes(app: App, parts: Parts): void {
  const { office, mailer } = parts.database
  const settingsOf = async (organisation: string): Promise<MailSettings> =>
    (await readMailSettings(office, organisation)) ?? usualMailSettings

  app.get(
    '/api/mail-settings',
    {
      config: { permission: ['hr', 'administrator', 'auditor'] },
      schema: { summary: 'How mails of the organisation leave', response: { 200: mailSettings } },
    },
    async (request) => settingsOf(signedInPerson(request).organisation),
  )

  app.put(
    '/api/mail-settings',
    {
      config: { permission: ['hr'] },
      schema: {
        summary: 'Quiet hours, zone and spread of the organisation’s mails',
        body: mailSettings,
        response: { 200: mailSettings },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      if (isDeepStrictEqual(request.body, await settingsOf(organisation))) return request.body
      await writeMailSettings(office, organisation, request.body)
      await recordEvent(office, organisation, {
        at: parts.now(),
        actor: person.name,
        action: 'mail settings changed',
        subject: inShort(request.body),
      })
      return request.body
    },
  )

  app.get(
    '/api/my/quiet-hours',
    {
      config: { permission: ['employee'] },
      schema: { summary: 'When I get no mails', response: { 200: ownQuietHoursAnswer } },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      const who = { organisation, person: person.id }
      const usual = await settingsOf(organisation)
      return {
        own: await readOwnQuietHours(mailer, who),
        usual: { zone: (await readZone(mailer, who)) ?? usual.zone, quiet: usual.quiet },
      }
    },
  )

  app.put(
    '/api/my/quiet-hours',
    {
      config: { permission: ['employee'] },
      schema: {
        summary: 'Quiet hours and zone of my own, or null for those of the organisation',
        body: ownQuietHours,
        response: { 200: ownQuietHours },
      },
    },
    async (request) => {
      const { organisation, person } = signedInPerson(request)
      await writeOwnQuietHours(mailer, { organisation, person: person.id }, request.body)
      return request.body
    },
  )
}

/** "Europe/Zurich, 20:00-07:00, days 6 7, spread 30 min, results yes, actions no": for the trail. */
function inShort({ zone, quiet, spreadMinutes, results, actions }: MailSettings): string {
  const hours = quiet.hours === null ? 'no quiet hours' : `${quiet.hours.from}-${quiet.hours.to}`
  const days = quiet.days.length === 0 ? [] : [`days ${quiet.days.join(' ')}`]
  return [
    zone,
    hours,
    ...days,
    `spread ${spreadMinutes} min`,
    `results ${results ? 'yes' : 'no'}`,
    `actions ${actions ? 'yes' : 'no'}`,
  ].join(', ')
}
