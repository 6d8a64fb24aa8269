// Server only: imports node:crypto.
import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto'
import { assert } from '@chorus/basics/assert'
import { remembered } from '@chorus/basics/remembered'
import { err, ok, type Result } from '@chorus/basics/result'

/** The wave's X25519 key pair, 32 raw bytes each. Only the closing job may read `skS`. */
export function makeBoxKeys(): { skS: Uint8Array; pkS: Uint8Array } {
  const { privateKey } = generateKeyPairSync('x25519')
  const der = privateKey.export({ format: 'der', type: 'pkcs8' })
  return {
    skS: Uint8Array.from(der.subarray(privatePrefix.length)),
    pkS: rawPublic(createPublicKey(privateKey)),
  }
}

/**
 * Seals to pkS. Opening takes both secrets, skS and the pepper Kp, and the nullifier the box was stored under.
 *
 * ephemeral public key (32) || AES-256-GCM ciphertext || tag (16); key (32) and nonce (12) are
 * HKDF-SHA256(shared || Kp, salt = ephemeral key || pkS, "chorus-box/1"), so each box has its own; the additional data is nf. What
 * is sealed is the length (4 bytes, big-endian), the plaintext and zeros up to a multiple of 2048: the size of a box tells little.
 */
export function sealBox(
  plaintext: Uint8Array,
  { pkS, Kp, nf }: { pkS: Uint8Array; Kp: Uint8Array; nf: Uint8Array },
): Uint8Array {
  const ephemeral = generateKeyPairSync('x25519')
  const point = rawPublic(ephemeral.publicKey)
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: sealingKey(pkS) })
  const { key, nonce } = boxKey(shared, Kp, point, pkS)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(nf)
  return Buffer.concat([point, cipher.update(padded(plaintext)), cipher.final(), cipher.getAuthTag()])
}

/** The plaintext, or a refusal that does not say which of the secrets, the nullifier or the bytes was wrong. */
export function openBox(
  box: Uint8Array,
  { skS, Kp, nf }: { skS: Uint8Array; Kp: Uint8Array; nf: Uint8Array },
): Result<Uint8Array, { code: 'box-not-valid' }> {
  if (box.length < 32 + block + 16) return err({ code: 'box-not-valid' })
  const { privateKey, pkS } = openingKey(skS)
  const point = box.subarray(0, 32)
  try {
    const shared = diffieHellman({ privateKey, publicKey: publicKeyOf(point) })
    const { key, nonce } = boxKey(shared, Kp, point, pkS)
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: 16 }).setAAD(nf)
    decipher.setAuthTag(box.subarray(-16))
    const sealed = Buffer.concat([decipher.update(box.subarray(32, -16)), decipher.final()])
    return ok(Uint8Array.from(sealed.subarray(4, 4 + sealed.readUInt32BE(0))))
  } catch {
    return err({ code: 'box-not-valid' })
  }
}

const block = 2048

function padded(plaintext: Uint8Array): Uint8Array {
  const sealed = Buffer.alloc(Math.ceil((plaintext.length + 4) / block) * block)
  sealed.writeUInt32BE(plaintext.length, 0)
  sealed.set(plaintext, 4)
  return sealed
}

function boxKey(shared: Uint8Array, Kp: Uint8Array, point: Uint8Array, pkS: Uint8Array) {
  assert(Kp.length === 32, 'the pepper has 32 bytes')
  const salt = Buffer.concat([point, pkS])
  const made = new Uint8Array(hkdfSync('sha256', Buffer.concat([shared, Kp]), salt, 'chorus-box/1', 44))
  return { key: made.subarray(0, 32), nonce: made.subarray(32) }
}

/** The fixed beginnings of X25519 keys in DER (RFC 8410): node takes no raw ones. */
const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b656e032100', 'hex')

/** The key and its public half: a close opens all boxes of a wave with one. */
const openingKey = remembered((raw: Uint8Array) => {
  const privateKey = createPrivateKey({
    key: Buffer.concat([privatePrefix, raw]),
    format: 'der',
    type: 'pkcs8',
  })
  return { privateKey, pkS: rawPublic(createPublicKey(privateKey)) }
})

/** All boxes of a wave are sealed to one key. */
const sealingKey = remembered(publicKeyOf)

function publicKeyOf(raw: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.concat([publicPrefix, raw]), format: 'der', type: 'spki' })
}

function rawPublic(key: KeyObject): Uint8Array {
  return Uint8Array.from(key.export({ format: 'der', type: 'spki' }).subarray(publicPrefix.length))
}
