import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Folders that take a while to fill are made under another name and renamed when whole, so an interrupted attempt is
 * never mistaken for the real thing. This is such a name, beside the folder it will become.
 */
export function unfinishedName(folder: string): string {
  return `${folder}.unfinished-${randomBytes(6).toString('hex')}`
}

/** Clears attempts that nobody can be working on any more. Never touches the finished folder. */
export function removeAbandonedAttempts(folder: string, now = Date.now()): void {
  const prefix = `${basename(folder)}.unfinished-`
  const tenMinutes = 600_000
  for (const name of readdirSync(dirname(folder))) {
    const attempt = join(dirname(folder), name)
    if (!name.startsWith(prefix)) continue
    const stat = statSync(attempt, { throwIfNoEntry: false })
    if (stat && now - stat.mtimeMs > tenMinutes) rmSync(attempt, { recursive: true, force: true })
  }
}
