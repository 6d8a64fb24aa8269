import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { installationKey, keyFor } from './installation-key.ts'
import { vaultOf } from './vault-of-installation.ts'

let folder: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chorus-key-'))
})

afterEach(() => rm(folder, { recursive: true }))

test('of many that start at once all have the same key, in a file for this account alone, and it is no wave', async () => {
  const keys = await Promise.all(Array.from({ length: 8 }, () => installationKey(folder, undefined)))
  for (const key of keys) expect(Buffer.from(key)).toEqual(Buffer.from(keys[0] ?? []))
  expect(keys[0]).toHaveLength(32)
  expect(await readdir(join(folder, 'vault'))).toEqual(['installation.key'])
  expect((await stat(join(folder, 'vault/installation.key'))).mode & 0o777).toBe(0o600)
  expect(await vaultOf(folder, undefined).list()).toEqual([])
})

test('it is wrapped where keys of waves are, and opens with the same key alone', async () => {
  const vaultKey = new Uint8Array(32).fill(1)
  const key = await installationKey(folder, vaultKey)
  const file = await readFile(join(folder, 'vault/installation.key'), 'utf8')
  expect(file).not.toContain(Buffer.from(key).toString('base64url'))
  expect(Buffer.from(await installationKey(folder, vaultKey))).toEqual(Buffer.from(key))
  await expect(installationKey(folder, new Uint8Array(32))).rejects.toThrow('CHORUS_VAULT_KEY')
  await expect(installationKey(folder, undefined)).rejects.toThrow('CHORUS_VAULT_KEY')
})

test('keys for two purposes have nothing in common', () => {
  const installation = new Uint8Array(32).fill(9)
  expect(keyFor('one', installation)).toEqual(keyFor('one', installation))
  expect(keyFor('one', installation)).not.toEqual(keyFor('two', installation))
})
