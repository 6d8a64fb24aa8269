import type { KeyStore, WaveSecrets } from '../../vault/vault.ts'

/** What collecting needs. The key that opens boxes is not among it. */
export type CollectKeys = Omit<WaveSecrets, 'skS'>

/** Kept this long in memory: a wave that another process closes is forgotten here soon after. */
const keptMs = 60_000

const known = new WeakMap<KeyStore, Map<string, CollectKeys>>()

/** The keys of a wave, or of a month of concerns, read from the vault at most once a minute; null where it has none. */
export async function collectKeysOf(vault: KeyStore, wave: string): Promise<CollectKeys | null> {
  const ofVault = known.get(vault) ?? new Map<string, CollectKeys>()
  known.set(vault, ofVault)
  const remembered = ofVault.get(wave)
  if (remembered) return remembered
  const secrets = await vault.read(wave)
  if (secrets === null) return null
  const { skS: _, ...keys } = secrets
  ofVault.set(wave, keys)
  setTimeout(() => ofVault.delete(wave), keptMs).unref()
  return keys
}

/** Forgets the keys of a wave at once: it was closed. */
export function forgetKeys(vault: KeyStore, wave: string): void {
  known.get(vault)?.delete(wave)
}
