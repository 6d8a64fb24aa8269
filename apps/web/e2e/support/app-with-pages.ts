import { join } from 'node:path'
import { buildApp } from '../../../api/src/app.ts'
import type { App } from '../../../api/src/http/zod-app.ts'
import type { RunningApp } from '../../../api/test/support/running-app.ts'

/** The app once more, on the same database and clock, with the built pages; it throws what it would only report. To be listened to and closed. */
export function appWithPages({ database, vault, marks, secrets, clock }: RunningApp): Promise<App> {
  return buildApp({
    database,
    vault,
    marks,
    secrets,
    pagesAt: null,
    mail: null,
    channels: null,
    now: () => clock.now,
    sessionSecret: 'a secret that only tests use, 32 bytes',
    secureCookies: false,
    anonymousHost: null,
    webFolder: join(import.meta.dirname, '../../dist'),
    report: (line) => {
      throw new Error(line)
    },
  })
}
