import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '@chorus/db/database'
import { startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { defaultDataFolder } from '@chorus/db/embedded/folders'
import { migrateDatabase } from '@chorus/db/migrate'
import { readSettings, type Settings } from '../env.ts'
import type { Vault } from '../vault/vault.ts'
import { vaultOf } from '../vault/vault-of-installation.ts'
import { CommandRefused } from './command-refused.ts'

export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url))

/** One installation of Chorus, open for work: its settings, its data folder, its migrated database. */
export type Installation = {
  readonly settings: Settings
  readonly dataFolder: string
  readonly databaseUrl: string
  readonly database: Database
  readonly vault: Vault
  /** Told once when the embedded server is lost. */
  onLost(listener: () => void): void
  close(): Promise<void>
}

/** @throws CommandRefused when a setting is wrong */
export function requireSettings(): Settings {
  const settings = readSettings(projectRoot)
  if (!settings.ok) throw new CommandRefused(`Some settings are wrong:\n  ${settings.error.join('\n  ')}`, 2)
  return settings.value
}

export function dataFolderOf(settings: Settings): string {
  return settings.dataFolder ?? defaultDataFolder({ projectRoot })
}

/** Starts the embedded server (or joins one that runs already), migrates, and connects. */
export async function openInstallation(settings: Settings): Promise<Installation> {
  const dataFolder = dataFolderOf(settings)
  const server = settings.databaseUrl === undefined ? await startEmbeddedPostgres({ dataFolder }) : null
  const databaseUrl = server?.url ?? settings.databaseUrl ?? ''
  try {
    await migrateDatabase(databaseUrl)
  } catch (error) {
    await server?.stop()
    throw server === null ? databaseRefusal(error) : error
  }
  const database = openDatabase(databaseUrl, {
    onConnectionLost: (role, error) => console.error(`A connection of the ${role} was lost: ${error.name}`),
  })
  return {
    settings,
    dataFolder,
    databaseUrl,
    database,
    vault: vaultOf(dataFolder, settings.vaultKey),
    onLost: (listener) => server?.onLost(listener),
    async close() {
      await database.close()
      await server?.stop()
    },
  }
}

/** The key that signs session tokens: made once, readable by this account alone. */
export function sessionSecret(dataFolder: string): string {
  const file = join(dataFolder, 'session-secret')
  if (!existsSync(file)) {
    const whole = `${file}.${process.pid}`
    writeFileSync(whole, randomBytes(48).toString('base64url'), { mode: 0o600 })
    renameSync(whole, file)
  }
  return readFileSync(file, 'utf8').trim()
}

/** What is wrong with somebody's own PostgreSQL, and what to do; other errors stay as they are. */
function databaseRefusal(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const remedy = remedies[code]
  return remedy === undefined ? error : new CommandRefused(`${remedy} (${code})`)
}

/** By the codes of Node and of PostgreSQL. */
const remedies: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'No database answers where DATABASE_URL points. Is the server running, and the port right?',
  ENOTFOUND: 'The host in DATABASE_URL does not exist. Is its name right?',
  ENOENT: 'The socket in DATABASE_URL does not exist. Is the server running?',
  '28P01': 'The database refused the name or the password in DATABASE_URL.',
  '28000': 'The database does not let the user of DATABASE_URL in.',
  '3D000': 'The database that DATABASE_URL names does not exist. Make it first: createdb chorus',
  '42501':
    'The user of DATABASE_URL lacks a right. It must own the database and may create roles: ALTER ROLE ... CREATEROLE',
}
