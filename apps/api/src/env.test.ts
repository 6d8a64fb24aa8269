import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readSettings } from './env.ts'

function folderWith(config?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-env-'))
  if (config !== undefined) writeFileSync(join(folder, 'chorus.config'), config)
  return folder
}

test('without any setting it listens on loopback only, with the embedded database and the demo', () => {
  const settings = readSettings(folderWith(), {})
  expect(settings).toEqual({
    ok: true,
    value: {
      port: 4000,
      host: '127.0.0.1',
      dataFolder: undefined,
      databaseUrl: undefined,
      demo: true,
      vaultKey: undefined,
      strict: false,
      publicUrl: undefined,
    },
  })
})

test('the environment wins over chorus.config', () => {
  const settings = readSettings(folderWith('PORT=5000\nCHORUS_DEMO=0\n'), { PORT: '6000' })
  expect(settings).toMatchObject({ ok: true, value: { port: 6000, demo: false } })
})

test('every wrong setting is named, with the place it came from', () => {
  const settings = readSettings(folderWith('DATABASE_URL=mysql://x\n'), { PORT: 'eighty' })
  expect(settings.ok).toBe(false)
  if (settings.ok) return
  expect(settings.error).toHaveLength(2)
  expect(settings.error.join('\n')).toMatch(/PORT \(from the environment\)/)
  expect(settings.error.join('\n')).toMatch(/DATABASE_URL \(from chorus.config\): must start with postgres:/)
})

test('a misspelt name in chorus.config is refused, not ignored', () => {
  expect(readSettings(folderWith('PROT=1'), {})).toMatchObject({ ok: false })
})
