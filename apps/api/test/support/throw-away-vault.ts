import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { folderVault } from '../../src/vault/folder-vault.ts'
import type { Vault } from '../../src/vault/vault.ts'

/** A vault of the real kind in a folder of its own. */
export async function throwAwayVault(): Promise<{
  vault: Vault
  folder: string
  remove: () => Promise<void>
}> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-vault-'))
  return { vault: folderVault(folder), folder, remove: () => rm(folder, { recursive: true, force: true }) }
}
