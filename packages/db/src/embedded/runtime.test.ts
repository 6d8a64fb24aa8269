import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { restoreLibraryLinks } from './runtime.ts'

test('library links are made from the list of the package, as often as one likes, also in a copy', () => {
  const copy = mkdtempSync(join(tmpdir(), 'chorus-runtime-'))
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  mkdirSync(join(copy, 'lib'))
  writeFileSync(join(copy, 'lib/libpq.so.5.18'), 'library')
  writeFileSync(
    join(copy, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  )

  restoreLibraryLinks(copy)
  restoreLibraryLinks(copy)

  expect(readFileSync(join(copy, 'lib/libpq.so.5'), 'utf8')).toBe('library')
  expect(readlinkSync(join(copy, 'lib/libpq.so.5'))).toBe('libpq.so.5.18')
})
