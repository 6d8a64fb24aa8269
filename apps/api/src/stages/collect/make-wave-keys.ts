import { randomBytes } from 'node:crypto'
import { makeBallotKeys } from '@chorus/ballot/ballot-server'
import { makeReceiptKeys } from '@chorus/ballot/receipt'
import { makeBoxKeys } from '@chorus/ballot/sealed-box'
import type { WaveSecrets } from '../../vault/vault.ts'

/** New keys for one wave: what goes into the vault, and what goes into the manifest (base64url). */
export function makeWaveKeys(): {
  secrets: WaveSecrets
  publicKeys: { pkB: string; pkS: string; pkR: string }
} {
  const { skB, pkB } = makeBallotKeys()
  const { skS, pkS } = makeBoxKeys()
  const { skR, pkR } = makeReceiptKeys()
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  return {
    secrets: { skB, skS, skR, Kp: randomBytes(32), Kt: randomBytes(32) },
    publicKeys: { pkB: text(pkB), pkS: text(pkS), pkR: text(pkR) },
  }
}
