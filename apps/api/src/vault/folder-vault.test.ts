import { randomBytes, randomUUID } from 'node:crypto'
import { linkSync, mkdtempSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { folderVault } from './folder-vault.ts'
import { VaultError, type WaveSecrets } from './vault.ts'
import { wrappedByKey } from './wrapped-by-key.ts'

const newFolder = () => join(mkdtempSync(join(tmpdir(), 'chorus-vault-test-')), 'vault')
const someSecrets = (): WaveSecrets => {
  const bytes = () => new Uint8Array(randomBytes(32))
  return { skB: bytes(), skS: bytes(), skR: bytes(), Kp: bytes(), Kt: bytes() }
}

test.each([
  ['plain', undefined],
  ['wrapped by a key', wrappedByKey(randomBytes(32))],
])('secrets come back as they were stored (%s), until they are destroyed', async (_, wrapping) => {
  const vault = folderVault(newFolder(), wrapping)
  const [wave, other] = [randomUUID(), randomUUID()]
  expect(await vault.list()).toEqual([])
  expect(await vault.read(wave)).toBeNull()
  const secrets = someSecrets()
  await vault.store(wave, secrets)
  await vault.store(other, someSecrets())
  expect(await vault.read(wave)).toEqual(secrets)
  expect((await vault.list()).sort()).toEqual([wave, other].sort())
  await vault.destroy(wave)
  await vault.destroy(wave)
  expect(await vault.read(wave)).toBeNull()
  expect(await vault.list()).toEqual([other])
})

test('nobody else can look into the folder or read a file, and no draft stays behind', async () => {
  const folder = newFolder()
  const wave = randomUUID()
  await folderVault(folder).store(wave, someSecrets())
  expect(statSync(folder).mode & 0o777).toBe(0o700)
  expect(readdirSync(folder)).toEqual([`${wave}.keys`])
  expect(statSync(join(folder, `${wave}.keys`)).mode & 0o777).toBe(0o600)
})

test('secrets of a wave are stored once: a second set is refused and the first one stays', async () => {
  const folder = newFolder()
  const vault = folderVault(folder)
  const wave = randomUUID()
  const secrets = someSecrets()
  await vault.store(wave, secrets)
  await expect(vault.store(wave, someSecrets())).rejects.toThrow('EEXIST')
  expect(await vault.read(wave)).toEqual(secrets)
  expect(readdirSync(folder)).toHaveLength(1)
})

test('what is destroyed is overwritten first: another name of the same file holds no secret any more', async () => {
  const folder = newFolder()
  const vault = folderVault(folder)
  const wave = randomUUID()
  await vault.store(wave, someSecrets())
  const file = join(folder, `${wave}.keys`)
  const before = readFileSync(file)
  linkSync(file, join(folder, 'second-name'))
  await vault.destroy(wave)
  const after = readFileSync(join(folder, 'second-name'))
  expect(after).toHaveLength(before.length)
  expect(after.toString('latin1')).not.toContain('skB')
})

test('secrets may be destroyed by several at once', async () => {
  const vault = folderVault(newFolder())
  const wave = randomUUID()
  await vault.store(wave, someSecrets())
  await Promise.all(Array.from({ length: 10 }, () => vault.destroy(wave)))
  expect(await vault.read(wave)).toBeNull()
})

test('wrapped files hold no secret in the open, and serve neither another key, nor none, nor another wave', async () => {
  const folder = newFolder()
  const [wave, other] = [randomUUID(), randomUUID()]
  const secrets = someSecrets()
  const vault = folderVault(folder, wrappedByKey(randomBytes(32)))
  await vault.store(wave, secrets)
  const text = readFileSync(join(folder, `${wave}.keys`), 'utf8')
  for (const secret of Object.values(secrets))
    expect(text).not.toContain(Buffer.from(secret).toString('base64url'))
  await expect(folderVault(folder, wrappedByKey(randomBytes(32))).read(wave)).rejects.toThrow(VaultError)
  await expect(folderVault(folder).read(wave)).rejects.toThrow(VaultError)
  writeFileSync(join(folder, `${other}.keys`), text)
  await expect(vault.read(other)).rejects.toThrow(VaultError)
})

test('a damaged file is an error, never a wave without keys', async () => {
  const folder = newFolder()
  const vault = folderVault(folder)
  const wave = randomUUID()
  await vault.store(wave, someSecrets())
  writeFileSync(join(folder, `${wave}.keys`), '{"skB": ')
  await expect(vault.read(wave)).rejects.toThrow('damaged')
  await expect(vault.read('../../session-secret')).rejects.toThrow(VaultError)
})
