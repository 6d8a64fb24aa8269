import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { pnpmVersion, refuseOtherContent } from './pinned-pnpm.mjs'
import { projectRoot } from './project.mjs'

function fileWith(content) {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-pnpm-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'pnpm.tgz')
  writeFileSync(file, content)
  return file
}

test('a package manager with other content than the pinned one is refused, with both checksums and the remedy', () => {
  const checksum = `sha512-${createHash('sha512').update('as published').digest('base64')}`
  expect(() => refuseOtherContent(fileWith('as published'), checksum)).not.toThrow()
  expect(() => refuseOtherContent(fileWith('as published '), checksum)).toThrow(checksum)
  expect(() => refuseOtherContent(fileWith(''), checksum)).toThrow('npm config get registry')
  expect(() => refuseOtherContent(fileWith('as published'))).toThrow('was not used')
})

test('the scripts and package.json pin the same version', () => {
  const { packageManager } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8'))
  expect(packageManager).toBe(`pnpm@${pnpmVersion}`)
})
