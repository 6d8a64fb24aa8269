import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** Everything that the scripts fetch or remember for themselves; may be deleted at any time. */
export function cacheFolder() {
  const folder = join(projectRoot, '.cache')
  mkdirSync(folder, { recursive: true })
  return folder
}

/** For people, on standard error: standard output belongs to the command. */
export function tell(line) {
  process.stderr.write(`${line}\n`)
}

/** A failure that the reader can mend: shown as its sentence, without a stack. */
export function problem(message) {
  return Object.assign(new Error(message), { isForPeople: true })
}
