import { ed25519 } from '@noble/curves/ed25519.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidBytes } from './uuid-bytes.ts'

/** What it costs to try one secret: 66 bits alone could be searched. */
const rounds = 600_000

/**
 * For each scale the seed of a key pair of its own (32 bytes): PBKDF2-HMAC-SHA-256 (secret, salt = wave id, 600,000 rounds) gives a master,
 * HKDF-SHA-256 (master, "chorus-reply/1 " || scale) each seed. Whoever sees two public keys cannot tell that they have one author.
 * Takes a good part of a second: WebCrypto does it beside the page.
 * @param secret 12 bytes, see `six-words`
 */
export async function replySeeds(
  secret: Uint8Array,
  wave: string,
  scales: readonly string[],
): Promise<Map<string, Uint8Array>> {
  const { subtle } = crypto
  const words = await subtle.importKey('raw', Uint8Array.from(secret), 'PBKDF2', false, ['deriveBits'])
  const salt = Uint8Array.from(uuidBytes(wave))
  const slow = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }
  const master = await subtle.importKey('raw', await subtle.deriveBits(slow, words, 256), 'HKDF', false, [
    'deriveBits',
  ])
  const seeds = scales.map(async (scale): Promise<[string, Uint8Array]> => {
    const info = Uint8Array.from(utf8ToBytes(`chorus-reply/1 ${scale}`))
    const one = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info }
    return [scale, new Uint8Array(await subtle.deriveBits(one, master, 256))]
  })
  return new Map(await Promise.all(seeds))
}

/**
 * The X25519 public key of a seed, 32 bytes: that of its Ed25519 key, on the other form of the curve. The device has the code for the one
 * anyway, for receipts, and needs no more for this.
 */
export function replyPublicKey(seed: Uint8Array): Uint8Array {
  return ed25519.utils.toMontgomery(ed25519.getPublicKey(seed))
}

/** The X25519 secret key that belongs to it, 32 bytes. */
export function replySecretKey(seed: Uint8Array): Uint8Array {
  return ed25519.utils.toMontgomerySecret(seed)
}
