import { rm } from 'node:fs/promises'
import { startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { migrateDatabase } from '@chorus/db/migrate'
import type { TestProject } from 'vitest/node'
import { onServer, urlOfDatabase } from './test-server.ts'
import { makeThrowAwayFolder, removeFoldersOfEndedRuns } from './throw-away-folder.ts'

/**
 * Gives the tests a real PostgreSQL: the server that CHORUS_TEST_DATABASE_URL names (its login must be a superuser),
 * else an embedded one in a throw-away folder.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await findServer()
  const template = `chorus_template_${process.pid}_${project.name}`
  await onServer(server.adminUrl, (client) => client.query(`create database ${template}`))
  await migrateDatabase(urlOfDatabase(server.adminUrl, template))
  project.provide('testServer', { adminUrl: server.adminUrl, template })
  return async () => {
    await onServer(server.adminUrl, (client) => client.query(`drop database ${template} with (force)`))
    await server.stop()
  }
}

async function findServer(): Promise<{ adminUrl: string; stop: () => Promise<void> }> {
  const given = process.env.CHORUS_TEST_DATABASE_URL
  if (given) return { adminUrl: given, stop: async () => {} }

  removeFoldersOfEndedRuns()
  const dataFolder = makeThrowAwayFolder()
  // Nothing here has to survive a power cut.
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    max_connections: '200',
  }
  const server = await startEmbeddedPostgres({ dataFolder, settings })
  return {
    adminUrl: server.url,
    stop: async () => {
      await server.stop()
      await rm(dataFolder, { recursive: true, force: true })
    },
  }
}
