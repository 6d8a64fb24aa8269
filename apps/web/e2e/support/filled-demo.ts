import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { onServer, urlOfDatabase } from '../../../../packages/db/test/support/test-server.ts'
import { browserIsSkipped } from './browser.ts'
import { startChorus } from './running-chorus.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database and a data folder with the demo organisation in it, to be copied; nobody is at work on them. */
    readonly filledDemo: { readonly database: string; readonly folder: string }
  }
}

/** Fills the demo organisation once for all tests in the browser, which each take a copy: filling takes half a minute, copying a second. */
export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (browserIsSkipped) return
  const { adminUrl, template } = project.getProvidedContext().testServer
  const database = `chorus_demo_${process.pid}`
  const folder = await mkdtemp(join(tmpdir(), 'chorus-demo-'))
  await onServer(adminUrl, (client) => client.query(`create database ${database} template ${template}`))
  const chorus = await startChorus({ databaseUrl: urlOfDatabase(adminUrl, database) })
  await cp(chorus.folder, folder, { recursive: true })
  await chorus.stop()
  project.provide('filledDemo', { database, folder })
  return async () => {
    await onServer(adminUrl, (client) => client.query(`drop database ${database} with (force)`))
    await rm(folder, { recursive: true, force: true })
  }
}
