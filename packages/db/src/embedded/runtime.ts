import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { firstUnreachable, letPassThrough, systemFolder } from './folders.ts'
import type { ServerAccount } from './server-account.ts'
import { removeAbandonedAttempts, unfinishedName } from './unfinished.ts'

/** A PostgreSQL that can be started: `bin/postgres` and `bin/initdb` with everything they load. */
export interface Runtime {
  readonly folder: string
  readonly major: number
}

/**
 * The PostgreSQL of the npm platform package, ready to run. Its libraries are published without their links, and its
 * install script, which would make them, is not allowed to run: the links are made here. Where the package cannot be
 * changed, or the server's account cannot reach it (a project below root's home), a copy is used.
 */
export function prepareRuntime(dataFolder: string, account: ServerAccount | undefined): Runtime {
  const found = findPackage()
  const major = Number.parseInt(found.version, 10)
  if (account && firstUnreachable(found.native, account)) {
    return { folder: copyOf(found, dataFolder, account), major }
  }
  try {
    restoreLibraryLinks(found.native)
    return { folder: found.native, major }
  } catch {
    return { folder: copyOf(found, dataFolder, account), major }
  }
}

interface PlatformPackage {
  readonly native: string
  readonly version: string
}

function findPackage(): PlatformPackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { native: join(folder, 'native'), version }
  } catch {
    throw new EmbeddedPostgresError(
      'platform-not-supported',
      `There is no embedded PostgreSQL for this machine (${name} is not installed). Set DATABASE_URL to a ` +
        'PostgreSQL server of your own, version 15 or newer; or, if this machine is Linux, macOS or Windows on a ' +
        'common processor, delete node_modules and start again.',
    )
  }
}

/** Makes the links that the package lists (paths start with `native/`); those already there stay. */
export function restoreLibraryLinks(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    try {
      symlinkSync(basename(source), join(native, target.replace(/^native\//, '')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Root keeps one copy for all projects; a plain user, who seldom needs one, beside the data. */
function copyOf(found: PlatformPackage, dataFolder: string, account: ServerAccount | undefined): string {
  if (!account) return copyInto(join(dataFolder, 'runtime'), found)
  try {
    return copyInto(join(systemFolder, 'runtime'), found, account)
  } catch {
    return copyInto(join(dataFolder, 'runtime'), found, account)
  }
}

function copyInto(folder: string, found: PlatformPackage, account?: ServerAccount): string {
  const copy = join(folder, `postgresql-${found.version}`)
  if (existsSync(copy)) return copy
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  for (const own of account ? [dirname(folder), folder] : []) letPassThrough(own)
  removeAbandonedAttempts(copy)
  const attempt = unfinishedName(copy)
  try {
    cpSync(found.native, attempt, { recursive: true, verbatimSymlinks: true })
    restoreLibraryLinks(attempt)
    letEverybodyRead(attempt)
    renameSync(attempt, copy)
  } catch (error) {
    rmSync(attempt, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
  return copy
}

/** A strict umask at the time of the install must not keep the server's account out. */
function letEverybodyRead(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) letEverybodyRead(path)
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644)
  }
}
