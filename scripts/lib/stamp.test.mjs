import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cacheFolder, projectRoot } from './project.mjs'
import { fingerprint } from './stamp.mjs'

test('a fingerprint changes with content, with a new name and with a missing file, and with nothing else', () => {
  const folder = mkdtempSync(join(cacheFolder(), 'stamp-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const print = () => fingerprint([relative(projectRoot, folder)])
  mkdirSync(join(folder, 'src'))
  writeFileSync(join(folder, 'src/a.ts'), 'one')
  const first = print()

  mkdirSync(join(folder, 'dist'))
  writeFileSync(join(folder, 'dist/a.js'), 'built')
  writeFileSync(join(folder, 'src/a.ts'), 'one')
  expect(print()).toBe(first)

  writeFileSync(join(folder, 'src/a.ts'), 'two')
  const second = print()
  rmSync(join(folder, 'src/a.ts'))
  writeFileSync(join(folder, 'src/b.ts'), 'two')
  expect(new Set([first, second, print()]).size).toBe(3)
})
