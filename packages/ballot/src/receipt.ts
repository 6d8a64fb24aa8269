import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidBytes } from './uuid-bytes.ts'

/** Whose ballot counts where: ids are UUIDs, the leaf has 32 bytes. */
export type Receipted = { readonly wave: string; readonly cohort: string; readonly leaf: Uint8Array }

/** The wave's Ed25519 key pair for receipts and closed lists, 32 bytes each. */
export function makeReceiptKeys(): { skR: Uint8Array; pkR: Uint8Array } {
  const { secretKey, publicKey } = ed25519.keygen()
  return { skR: secretKey, pkR: publicKey }
}

/** 64 bytes over "receipt/1" || wave || cohort || leaf: the server's word that this ballot is stored. */
export function signReceipt(receipted: Receipted, skR: Uint8Array): Uint8Array {
  return ed25519.sign(receiptMessage(receipted), skR)
}

/** False, too, for bytes that are no signature or no key. */
export function verifyReceipt(receipted: Receipted, sig: Uint8Array, pkR: Uint8Array): boolean {
  try {
    return ed25519.verify(sig, receiptMessage(receipted), pkR, { zip215: false })
  } catch {
    return false
  }
}

/** "receipt/1" || wave (16) || cohort (16) || leaf (32). */
export function receiptMessage({ wave, cohort, leaf }: Receipted): Uint8Array {
  return concatBytes(utf8ToBytes('receipt/1'), uuidBytes(wave), uuidBytes(cohort), leaf)
}
