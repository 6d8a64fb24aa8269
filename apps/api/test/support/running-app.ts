import { randomBytes, randomUUID } from 'node:crypto'
import { type Database, openDatabase } from '@chorus/db/database'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { cloneTestDatabase } from '../../../../packages/db/test/support/test-database.ts'
import { makeSignInLink } from '../../src/access/sign-in-link.ts'
import { buildApp } from '../../src/app.ts'
import type { ChannelParts } from '../../src/channels/send-posts.ts'
import type { AnonymousHost } from '../../src/http/anonymous-host.ts'
import type { App } from '../../src/http/zod-app.ts'
import { ReminderMarks } from '../../src/mail/reminder-marks.ts'
import { importOrganisation } from '../../src/organisation/import-organisation.ts'
import type { MailParts } from '../../src/parts.ts'
import { SealedTexts } from '../../src/vault/sealed-texts.ts'
import type { Vault } from '../../src/vault/vault.ts'
import { throwAwayVault } from './throw-away-vault.ts'

/** The real app on a database of its own, with a clock that tests can set. */
export type RunningApp = {
  readonly app: App
  /** The same beside it, as a second process would be: nothing in memory is shared. */
  another(): Promise<App>
  /** For tests to ask in the name of the organisation, wherever they are. The app has pools of its own, and enters it at each request. */
  readonly database: Database
  readonly vault: Vault
  readonly vaultFolder: string
  readonly marks: ReminderMarks
  readonly secrets: SealedTexts
  readonly databaseUrl: string
  readonly organisation: string
  readonly clock: { now: Date }
  /** What the app reported as unexpected. */
  readonly reported: string[]
  /** The cookie header of a freshly signed-in person. */
  signIn(email: string): Promise<string>
  stop(): Promise<void>
}

export async function runApp(
  files: { units: string; people: string },
  anonymousHost: AnonymousHost | null = null,
  mailOf: (parts: { database: Database; marks: ReminderMarks; now: () => Date }) => MailParts | null = () =>
    null,
  channelsOf: () => ChannelParts | null = () => null,
): Promise<RunningApp> {
  const place = await cloneTestDatabase()
  const { vault, folder: vaultFolder, remove } = await throwAwayVault()
  const organisation = randomUUID()
  const database = openDatabase(place.url, { organisation })
  const ofApp = openDatabase(place.url)
  await createOrganisation(database.office, 'Test organisation', organisation)
  const clock = { now: new Date('2026-03-02T09:00:00Z') }
  const imported = await importOrganisation(
    database.office,
    organisation,
    {
      units: [Buffer.from(files.units)],
      people: [Buffer.from(files.people)],
    },
    clock.now,
  )
  if (!imported.ok) throw new Error(JSON.stringify(imported.error.faults))
  const reported: string[] = []
  const key = randomBytes(32)
  const marks = new ReminderMarks(key)
  const secrets = new SealedTexts(key)
  const built: App[] = []
  const build = async () => {
    const app = await buildApp(partsOfApp)
    built.push(app)
    return app
  }
  const partsOfApp: Parameters<typeof buildApp>[0] = {
    database: ofApp,
    vault,
    marks,
    secrets,
    pagesAt: null,
    loopbackProviders: true,
    mail: mailOf({ database: ofApp, marks, now: () => clock.now }),
    channels: channelsOf(),
    now: () => clock.now,
    sessionSecret: 'a secret that only tests use, 32 bytes',
    secureCookies: false,
    anonymousHost,
    webFolder: null,
    report: (line) => reported.push(line),
  }
  const app = await build()
  return {
    app,
    another: build,
    database,
    vault,
    vaultFolder,
    marks,
    secrets,
    databaseUrl: place.url,
    organisation,
    clock,
    reported,
    async signIn(email) {
      const link = await makeSignInLink(database.office, organisation, email, {
        now: clock.now,
        hoursValid: 1,
        reusable: false,
      })
      if (!link.ok) throw new Error(`nobody has the address ${email}`)
      const token = link.value.path.split('#')[1]
      const answer = await app.inject({ method: 'POST', url: '/api/session', payload: { token } })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return cookieOf(answer.headers['set-cookie'])
    },
    async stop() {
      for (const one of built) await one.close()
      await Promise.all([database.close(), ofApp.close()])
      await place.drop()
      await remove()
    },
  }
}

/** `name=value` of the first cookie that an answer sets. */
export function cookieOf(header: string | string[] | undefined): string {
  const first = Array.isArray(header) ? header[0] : header
  return first?.split(';')[0] ?? ''
}

/** A small company: three teams of 8, 7 and 6, one of 2, and their heads; addresses like `red1@test.example`. */
export function smallCompany(): { units: string; people: string } {
  const sizes = { top: 3, red: 8, blue: 7, green: 6, tiny: 2 }
  const people = Object.entries(sizes).flatMap(([unit, size]) =>
    Array.from({ length: size }, (_, index) => {
      const id = `${unit}${index + 1}`
      const role = id === 'top2' ? 'hr' : id === 'top3' ? 'auditor' : id === 'tiny2' ? 'administrator' : ''
      const manages = id === 'top1' ? 'top' : id === 'red1' ? 'red' : ''
      return `${id},Person ${id},${id}@test.example,${unit},${role},${manages}`
    }),
  )
  return {
    units: [
      'unit_id,parent_id,name',
      'top,,Top',
      'red,top,Red',
      'blue,top,Blue',
      'green,top,Green',
      'tiny,top,Tiny',
    ].join('\n'),
    people: ['person_id,name,email,unit_id,role,manages', ...people].join('\n'),
  }
}
