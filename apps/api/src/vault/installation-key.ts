import { hkdfSync, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Wrapping } from './folder-vault.ts'
import { VaultError } from './vault.ts'
import { wrappedByKey } from './wrapped-by-key.ts'

const name = 'installation.key'
const keyBytes = 32

/**
 * The one secret of an installation that outlives its waves (32 bytes), made once in the folder of the vault: what is locked or marked with it says
 * nothing to whoever has the database alone.
 * @param vaultKey wraps it, as it wraps the keys of waves
 * @throws VaultError when it is there and cannot be read
 */
export async function installationKey(
  dataFolder: string,
  vaultKey: Uint8Array | undefined,
): Promise<Uint8Array> {
  const folder = join(dataFolder, 'vault')
  const file = join(folder, name)
  const wrapping = vaultKey === undefined ? null : wrappedByKey(vaultKey)
  const there = await readKey(file, wrapping)
  if (there !== null) return there
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const text = randomBytes(keyBytes).toString('base64url')
  await writeOnce(file, wrapping === null ? text : wrapping.wrap(name, text))
  const written = await readKey(file, wrapping)
  if (written === null) throw new VaultError(`${file} was written and is not there.`)
  return written
}

/** A key for one purpose, from which no other one can be told. */
export function keyFor(purpose: string, installation: Uint8Array): Buffer {
  return Buffer.from(hkdfSync('sha256', installation, '', `chorus ${purpose}`, keyBytes))
}

async function readKey(file: string, wrapping: Wrapping | null): Promise<Uint8Array | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const key = Buffer.from(wrapping === null ? text : wrapping.unwrap(name, text), 'base64url')
  if (key.length !== keyBytes)
    throw new VaultError(
      `${file} cannot be read. Was it wrapped with a CHORUS_VAULT_KEY that is not set now?`,
    )
  return key
}

/** Whole or not at all; of two processes that start at once the second keeps what the first one made. */
async function writeOnce(file: string, text: string): Promise<void> {
  const draft = `${file}.${randomBytes(8).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
  try {
    await link(draft, file)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  } finally {
    await rm(draft)
  }
}
