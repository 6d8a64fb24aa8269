import type { KeyValue } from '../../lib/device/list.ts'

/**
 * The fingerprint that this device saw first for a wave; the given one when it saw none. A server that shows the same person
 * another manifest later is noticed without comparing with anybody.
 */
export function pinFingerprint(storage: KeyValue | undefined, wave: string, fingerprint: string): string {
  const key = `chorus.manifest.${wave}`
  try {
    const seen = storage?.getItem(key)
    if (seen) return seen
    storage?.setItem(key, fingerprint)
  } catch {
    // Closed or full: then only the invitation's fingerprint is compared.
  }
  return fingerprint
}
