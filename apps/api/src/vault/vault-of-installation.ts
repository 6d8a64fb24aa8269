import { join } from 'node:path'
import { folderVault } from './folder-vault.ts'
import type { Vault } from './vault.ts'
import { wrappedByKey } from './wrapped-by-key.ts'

/** The vault beside the database folder, never inside of it: a backup of the database does not carry the keys. */
export function vaultOf(dataFolder: string, vaultKey: Uint8Array | undefined): Vault {
  const folder = join(dataFolder, 'vault')
  return vaultKey === undefined ? folderVault(folder) : folderVault(folder, wrappedByKey(vaultKey))
}
