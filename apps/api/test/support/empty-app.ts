import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '@chorus/db/database'
import { cloneTestDatabase } from '../../../../packages/db/test/support/test-database.ts'
import { buildApp } from '../../src/app.ts'
import type { App } from '../../src/http/zod-app.ts'
import { ReminderMarks } from '../../src/mail/reminder-marks.ts'
import type { MailParts, Parts } from '../../src/parts.ts'
import { SealedTexts } from '../../src/vault/sealed-texts.ts'
import { throwAwayVault } from './throw-away-vault.ts'

/** An installation that nobody has set up yet. */
export type EmptyApp = {
  readonly app: App
  readonly parts: Parts
  readonly clock: { now: Date }
  readonly databaseUrl: string
  /** What the app reported as unexpected. */
  readonly reported: readonly string[]
  /** Another process of the same installation: it shares the database and the key, and nothing in memory. */
  second(): Promise<App>
  stop(): Promise<void>
}

export async function runEmptyApp(
  mailOf: (database: Database, marks: ReminderMarks, now: () => Date) => MailParts | null = () => null,
  webFolder: string | null = null,
): Promise<EmptyApp> {
  const place = await cloneTestDatabase()
  const { vault, remove } = await throwAwayVault()
  const database = openDatabase(place.url)
  const clock = { now: new Date('2026-03-02T09:00:00Z') }
  const reported: string[] = []
  const key = randomBytes(32)
  const marks = new ReminderMarks(key)
  const parts: Parts = {
    database,
    vault,
    marks,
    secrets: new SealedTexts(key),
    pagesAt: null,
    mail: mailOf(database, marks, () => clock.now),
    channels: null,
    now: () => clock.now,
    sessionSecret: 'a secret that only tests use, 32 bytes',
    secureCookies: false,
    anonymousHost: null,
    webFolder,
    report: (line) => reported.push(line),
  }
  const apps: App[] = []
  const build = async () => {
    const app = await buildApp(parts)
    apps.push(app)
    return app
  }
  return {
    app: await build(),
    parts,
    clock,
    databaseUrl: place.url,
    reported,
    second: build,
    async stop() {
      for (const app of apps) await app.close()
      await database.close()
      await place.drop()
      await remove()
    },
  }
}
