import type { Policy } from '@chorus/contracts/policy'
import type { MailSettings } from '@chorus/contracts/quiet-hours'
import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import type { LightMyRequestResponse } from 'fastify'
import { startMailer } from '../../src/mail/mailer.ts'
import type { MailerParts } from '../../src/mail/mailer-parts.ts'
import { openTransport } from '../../src/mail/transport.ts'
import { catchMails, type MailCatcher } from './mail-catcher.ts'
import { mailCompany } from './mail-company.ts'
import { openWaveOverHttp } from './play-wave.ts'
import { type ReadMail, readMail } from './read-mail.ts'
import { type RunningApp, runApp } from './running-app.ts'

const address = 'https://chorus.example.org'
const pace = { lookMilliseconds: 20, pauseMilliseconds: 20 }

/** Mails leave as soon as they are ordered, at any time of any day. */
export const atOnce: MailSettings = {
  zone: 'UTC',
  quiet: { hours: null, days: [] },
  spreadMinutes: 0,
  results: true,
  actions: false,
}

export type RunningMail = {
  readonly running: RunningApp
  readonly catcher: MailCatcher
  /** What the sending needs, for tests that do it by hand. */
  readonly parts: MailerParts
  readonly hr: string
  readonly wave: string
  order(kind: string): Promise<LightMyRequestResponse>
  /** What HR's page asks for. */
  state(): Promise<Record<string, unknown>>
  /** Waits until nothing is left to send. */
  sent(): Promise<void>
  mailTo(email: string): ReadMail
  stop(): Promise<void>
}

/**
 * The app with a mail server that catches everything, and an open wave.
 * @param sends by itself; else mails wait until a test sends them
 */
export async function runWithMail(
  sends = true,
  settings = atOnce,
  policy: Partial<Policy> = {},
): Promise<RunningMail> {
  const catcher = await catchMails()
  const transport = openTransport(catcher.url, 'Chorus <pulse@chorus.example>')
  const mailers: { stop(): Promise<void> }[] = []
  const running = await runApp(mailCompany(), null, ({ database, marks, now }) => {
    const { mailer: ofMailer, issuer, office } = database
    const parts = { mailer: ofMailer, issuer, office, transport, marks, address, now }
    if (!sends) return { transport, address, wake: () => undefined, trouble: () => null }
    const mailer = startMailer(parts, () => undefined, pace)
    mailers.push(mailer)
    return { transport, address, wake: mailer.wake, trouble: mailer.trouble }
  })
  const parts: MailerParts = {
    mailer: running.database.mailer,
    issuer: running.database.issuer,
    office: running.database.office,
    transport,
    marks: running.marks,
    address,
    now: () => running.clock.now,
  }
  const hr = await running.signIn('p1@test.example')
  await writeMailSettings(running.database.office, running.organisation, settings)
  const { wave } = await openWaveOverHttp(running, hr, await programmeWith(running, hr, policy))
  const url = `/api/waves/${wave}/mails`
  const state = async () => (await running.app.inject({ url, headers: { cookie: hr } })).json()
  return {
    running,
    catcher,
    parts,
    hr,
    wave,
    order: (kind) => running.app.inject({ method: 'POST', url, headers: { cookie: hr }, payload: { kind } }),
    state,
    async sent() {
      for (;;) {
        const { rows } = await running.database.mailer.execute('SELECT 1 FROM outgoing_mail LIMIT 1')
        if (rows.length === 0) return
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
    },
    mailTo(email) {
      const found = catcher.caught.findLast(({ to }) => to === email)
      if (!found) throw new Error(`no mail came for ${email}`)
      return readMail(found.raw)
    },
    async stop() {
      for (const mailer of mailers) await mailer.stop()
      transport.close()
      await running.stop()
      await catcher.stop()
    },
  }
}

async function programmeWith(running: RunningApp, hr: string, policy: Partial<Policy>): Promise<string> {
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/programmes',
    headers: { cookie: hr },
    payload: { name: 'Pulse', policy },
  })
  return made.json().id
}

/** The secret behind the # of the link in a mail. */
export function secretIn(mail: ReadMail): string {
  return /\/sign-in(?:\/[0-9a-f-]+)?#([A-Za-z0-9_.-]{43,})/.exec(mail.text)?.[1] ?? ''
}
