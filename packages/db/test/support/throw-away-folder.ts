import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder for one test; the account of the server can pass through it, also when the tests run as root. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-test-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
