import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { onServer, urlOfDatabase } from '../../../../packages/db/test/support/test-server.ts'
import { type RunningChorus, startChorus } from './running-chorus.ts'

/**
 * Starts Chorus on a copy of the filled demo organisation that nobody else touches.
 * @param settings beside those that every test has
 */
export async function startDemo(
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningChorus & { readonly databaseUrl: string }> {
  const { adminUrl } = inject('testServer')
  const { database, folder } = inject('filledDemo')
  const name = `chorus_test_${randomBytes(6).toString('hex')}`
  await onServer(adminUrl, (client) => client.query(`create database ${name} template ${database}`))
  const databaseUrl = urlOfDatabase(adminUrl, name)
  const chorus = await startChorus({ databaseUrl, copyOf: folder, settings })
  return {
    ...chorus,
    databaseUrl,
    async stop() {
      await chorus.stop()
      await onServer(adminUrl, (client) => client.query(`drop database ${name} with (force)`))
    },
  }
}
