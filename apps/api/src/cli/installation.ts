import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Database, openDatabase } from '@chorus/db/database'
import { startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { defaultDataFolder } from '@chorus/db/embedded/folders'
import { migrateDatabase } from '@chorus/db/migrate'
import { readSettings, type Settings } from '../env.ts'
import { CommandRefused } from './command-refused.ts'

export const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url))

/** One installation of Chorus, open for work: its settings, its data folder, its migrated database. */
export type Installation = {
  readonly settings: Settings
  readonly dataFolder: string
  readonly databaseUrl: string
  readonly database: Database
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
    throw error
  }
  const database = openDatabase(databaseUrl, {
    onConnectionLost: (role, error) => console.error(`A connection of the ${role} was lost: ${error.name}`),
  })
  return {
    settings,
    dataFolder,
    databaseUrl,
    database,
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
