import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { keyFor } from './installation-key.ts'

const cipher = 'aes-256-gcm'
const ivBytes = 12
const tagBytes = 16

/**
 * Short texts that only this installation can read: what they are kept in, a row or a cookie, says nothing without `vault/installation.key`.
 * A text opens for the purpose alone for which it was sealed.
 */
export class SealedTexts {
  readonly #key: Buffer
  readonly #mark: Buffer

  constructor(installationKey: Uint8Array) {
    this.#key = keyFor('sealed texts', installationKey)
    this.#mark = keyFor('marks of signing in', installationKey)
  }

  /** @param purpose what it is and whose, for example "client secret 5f0c..." */
  seal(purpose: string, text: string): Buffer {
    const iv = randomBytes(ivBytes)
    const box = createCipheriv(cipher, this.#key, iv).setAAD(Buffer.from(purpose))
    return Buffer.concat([iv, box.update(text, 'utf8'), box.final(), box.getAuthTag()])
  }

  /** Null for whatever was not sealed here for this purpose. */
  open(purpose: string, sealed: Buffer): string | null {
    if (sealed.length < ivBytes + tagBytes) return null
    const box = createDecipheriv(cipher, this.#key, sealed.subarray(0, ivBytes))
    box.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-tagBytes))
    try {
      return Buffer.concat([box.update(sealed.subarray(ivBytes, -tagBytes)), box.final()]).toString('utf8')
    } catch {
      // Altered, of another purpose, or under another key: all the same to whoever asks.
      return null
    }
  }

  /** 32 bytes that tell nobody else what was marked. */
  markOf(purpose: string, text: string): Buffer {
    return createHmac('sha256', this.#mark).update(`${purpose}\n${text}`).digest()
  }
}
