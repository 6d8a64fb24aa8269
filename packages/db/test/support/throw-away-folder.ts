import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isStillThere } from '@chorus/db/embedded/process-look'

const namePattern = /^chorus-test-(\d+)-/

/** A folder for tests; the account of the server can pass through it, also when the tests run as root. */
export function makeThrowAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), `chorus-test-${process.pid}-`))
  chmodSync(folder, 0o711)
  return folder
}

/** What an interrupted run left behind. A server in such a folder notices and ends itself within a minute. */
export function removeFoldersOfEndedRuns(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = namePattern.exec(name)?.[1]
    if (pid && !isStillThere(Number(pid), undefined))
      rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
