import { createHash } from 'node:crypto'
import { chmodSync, chownSync, lstatSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import type { ServerAccount } from './server-account.ts'

/** Where root keeps data and the copy of the server: the server's account can reach it, unlike root's home. */
export const systemFolder = '/var/lib/chorus'

/** Where the data lie when nobody chose a place: beside the project, or as root in a system folder. */
export function defaultDataFolder({ projectRoot }: { readonly projectRoot: string }): string {
  if (process.getuid?.() !== 0) return join(projectRoot, '.chorus')
  return join(systemFolder, shortHash(realpathSync(projectRoot)))
}

/** Makes a folder, and those on the way to it, that nobody else can look into. */
export function makeDataFolder(folder: string): void {
  // What root makes must be passable for the server's account.
  mkdirSync(folder, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 })
}

/** Makes the data folder, and lets the server's account pass through it (not look into it). Gives its real path. */
export function prepareDataFolder(folder: string, account: ServerAccount | undefined): string {
  makeDataFolder(folder)
  const real = realpathSync(resolve(folder))
  if (account)
    for (const own of [systemFolder, real]) if (`${real}/`.startsWith(`${own}/`)) letPassThrough(own)
  const closed = account && firstUnreachable(real, account)
  if (closed) {
    throw new EmbeddedPostgresError(
      'folder-not-usable',
      `The data folder ${real} cannot be used as root: the database runs under an account of its own (number ` +
        `${account.uid}), which may not enter ${closed}. Set CHORUS_DATA to a folder outside of it, for example ` +
        `${systemFolder}/data, or start Chorus as the plain user who owns the folder.`,
    )
  }
  return real
}

/** Root's own folder: others may then go on to what is theirs inside, and still not list it. */
export function letPassThrough(folder: string): void {
  const { uid, mode } = statSync(folder)
  if (uid === 0) chmodSync(folder, (mode & 0o7777) | 0o011)
}

/** The first folder on the way that the account may not enter. */
export function firstUnreachable(folder: string, account: ServerAccount): string | undefined {
  const way = [folder]
  for (let step = folder; dirname(step) !== step; step = dirname(step)) way.unshift(dirname(step))
  return way.find((step) => {
    const { uid, gid, mode } = statSync(step)
    const mayEnter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
    return (mode & mayEnter) === 0
  })
}

/** A socket's whole path must stay below about 104 bytes (macOS) or 108 (Linux), with `/.s.PGSQL.5432` in it. */
const longestSocketFolder = 85

/**
 * A folder for the server's socket that only its account (and root) can enter: this is the server's whole access
 * control. Inside the data folder, or, when that path is too long for a socket, in the temporary folder.
 */
export function prepareSocketFolder(dataFolder: string, account: ServerAccount | undefined): string {
  const near = join(dataFolder, 'socket')
  const temporary = tmpdir().length + 30 < longestSocketFolder ? tmpdir() : '/tmp'
  const folder =
    Buffer.byteLength(near) <= longestSocketFolder ? near : join(temporary, `chorus-${shortHash(dataFolder)}`)
  makePrivateFolder(folder, account)
  return folder
}

/** Makes a folder that belongs to the server's account alone; refuses one that somebody else put there. */
export function makePrivateFolder(folder: string, account: ServerAccount | undefined): void {
  try {
    mkdirSync(folder, { mode: 0o700 })
    if (account) chownSync(folder, account.uid, account.gid)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const stat = lstatSync(folder)
  const owner = account?.uid ?? process.getuid?.() ?? stat.uid
  const halfMade = account !== undefined && stat.uid === 0
  if (!stat.isDirectory() || (stat.uid !== owner && !halfMade)) {
    throw new EmbeddedPostgresError(
      'folder-not-usable',
      `The database needs the folder ${folder} for itself, but it belongs to somebody else (user number ` +
        `${stat.uid}). Remove it, or start Chorus as its owner.`,
    )
  }
  if (account && halfMade) chownSync(folder, account.uid, account.gid)
  if (process.platform !== 'win32' && (stat.mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}
