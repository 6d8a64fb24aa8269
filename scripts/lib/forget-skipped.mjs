import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Lets pnpm choose all packages anew at its next install. It remembers which ones no package of this machine needed, and leaves them out
 * for good, also when a newer lockfile needs them ("Cannot find module 'tslib'"); and what it installed without them it does not link again.
 * `pnpm install --force` would choose anew, too, but fetches the binaries of all other systems.
 * @param modules the folder node_modules beside the lockfile
 * @returns whether there was anything to forget
 */
export function forgetSkipped(modules) {
  const memory = join(modules, '.modules.yaml')
  if (!existsSync(memory)) return false
  // JSON, whatever its name says.
  const known = JSON.parse(readFileSync(memory, 'utf8'))
  if (!known.skipped?.length) return false
  writeFileSync(memory, JSON.stringify({ ...known, skipped: [] }))
  rmSync(join(modules, '.pnpm', 'lock.yaml'), { force: true })
  return true
}
