import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forgetSkipped } from './forget-skipped.mjs'

let modules
let memory
let installed

beforeEach(() => {
  modules = mkdtempSync(join(tmpdir(), 'chorus-install-'))
  memory = join(modules, '.modules.yaml')
  installed = join(modules, '.pnpm', 'lock.yaml')
})

afterEach(() => rmSync(modules, { recursive: true, force: true }))

test('what was left out and what it was left out of is forgotten, and nothing else', () => {
  installWith(['tslib@2.9.1'])
  expect(forgetSkipped(modules)).toBe(true)
  expect(JSON.parse(readFileSync(memory, 'utf8'))).toEqual({ skipped: [], storeDir: '/store' })
  expect(existsSync(installed)).toBe(false)
})

test('a first install, and one that left nothing out, have nothing to forget', () => {
  expect(forgetSkipped(modules)).toBe(false)
  installWith([])
  expect(forgetSkipped(modules)).toBe(false)
  expect(existsSync(installed)).toBe(true)
})

function installWith(skipped) {
  mkdirSync(join(modules, '.pnpm'))
  writeFileSync(installed, 'lockfileVersion: 9.0')
  writeFileSync(memory, JSON.stringify({ skipped, storeDir: '/store' }))
}
