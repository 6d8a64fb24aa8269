import { remembered } from '@chorus/basics/remembered'
import { err, ok, type Result } from '@chorus/basics/result'
import { x25519 } from '@noble/curves/ed25519.js'
import { hkdf } from '@noble/hashes/hkdf.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { replyPublicKey, replySecretKey } from './reply-keys.ts'

/** What a box adds to what lies in it: 32 bytes in front, 16 behind. */
export const boxBytes = 48

/**
 * Seals to an author: ephemeral public key (32) || AES-256-GCM ciphertext || tag (16). Key (32) and nonce (12) are HKDF-SHA-256(shared,
 * salt = ephemeral key || author's key, "chorus-reply-box/1"), so each box has its own. Who sealed it cannot open it either.
 * The same code on the server, which seals, and on the device, which opens.
 * @throws when the author's key is no key
 */
export async function sealToAuthor(plaintext: Uint8Array, publicKey: Uint8Array): Promise<Uint8Array> {
  const ephemeral = x25519.keygen()
  const shared = x25519.getSharedSecret(ephemeral.secretKey, publicKey)
  const { key, nonce } = await cipherOf(shared, ephemeral.publicKey, publicKey)
  const sealed = await crypto.subtle.encrypt(nonce, key, Uint8Array.from(plaintext))
  return concatBytes(ephemeral.publicKey, new Uint8Array(sealed))
}

/** @param seed of the author, see `reply-keys` */
export async function openAsAuthor(
  box: Uint8Array,
  seed: Uint8Array,
): Promise<Result<Uint8Array, { code: 'not-for-me' }>> {
  const point = box.subarray(0, 32)
  try {
    const { secretKey, publicKey } = keysOf(seed)
    const shared = x25519.getSharedSecret(secretKey, point)
    const { key, nonce } = await cipherOf(shared, point, publicKey)
    return ok(new Uint8Array(await crypto.subtle.decrypt(nonce, key, Uint8Array.from(box.subarray(32)))))
  } catch {
    // Another author's, or bytes that are no box: nothing tells these apart.
    return err({ code: 'not-for-me' })
  }
}

/** A seed is tried on every box of a wave. */
const keysOf = remembered((seed: Uint8Array) => ({
  secretKey: replySecretKey(seed),
  publicKey: replyPublicKey(seed),
}))

async function cipherOf(shared: Uint8Array, point: Uint8Array, publicKey: Uint8Array) {
  const made = hkdf(sha256, shared, concatBytes(point, publicKey), utf8ToBytes('chorus-reply-box/1'), 44)
  const key = await crypto.subtle.importKey('raw', Uint8Array.from(made.subarray(0, 32)), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  return { key, nonce: { name: 'AES-GCM', iv: Uint8Array.from(made.subarray(32)) } }
}
