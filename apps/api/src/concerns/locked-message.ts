import { hash } from 'node:crypto'
import { openBox, sealBox } from '@chorus/ballot/sealed-box'
import type { Result } from '@chorus/basics/result'
import type { WaveSecrets } from '../vault/vault.ts'

/** Locks what was said of a concern under the keys of its month; the box opens for this message alone. */
export function lockMessage(
  message: string,
  plaintext: Uint8Array,
  keys: { readonly pkS: Uint8Array; readonly Kp: Uint8Array },
): Buffer {
  return Buffer.from(sealBox(plaintext, { ...keys, nf: nameOf(message) }))
}

export function openMessage(
  message: string,
  locked: Uint8Array,
  { skS, Kp }: Pick<WaveSecrets, 'skS' | 'Kp'>,
): Result<Uint8Array, { code: 'box-not-valid' }> {
  return openBox(locked, { skS, Kp, nf: nameOf(message) })
}

function nameOf(message: string): Buffer {
  return hash('sha256', `chorus-concern-message/1 ${message}`, 'buffer')
}
