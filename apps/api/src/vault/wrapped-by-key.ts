import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import type { Wrapping } from './folder-vault.ts'
import { VaultError } from './vault.ts'

const cipher = 'aes-256-gcm'
const mark = 'wrapped:'
const ivBytes = 12
const tagBytes = 16

/**
 * Secrets wrapped by a key that never lies beside them: the shape of a key management service, here with a key from the
 * environment. AES-256-GCM; the wave's id is authenticated, so that files cannot be exchanged.
 * @param key 32 bytes
 */
export function wrappedByKey(key: Uint8Array): Wrapping {
  return {
    wrap(wave, text) {
      const iv = randomBytes(ivBytes)
      const box = createCipheriv(cipher, key, iv).setAAD(Buffer.from(wave))
      const body = Buffer.concat([box.update(text, 'utf8'), box.final()])
      return mark + Buffer.concat([iv, body, box.getAuthTag()]).toString('base64url')
    },
    unwrap(wave, text) {
      if (!text.startsWith(mark))
        throw new VaultError(
          'The vault holds keys that were stored without CHORUS_VAULT_KEY. Start without it.',
        )
      const bytes = Buffer.from(text.slice(mark.length), 'base64url')
      try {
        const box = createDecipheriv(cipher, key, bytes.subarray(0, ivBytes)).setAAD(Buffer.from(wave))
        box.setAuthTag(bytes.subarray(-tagBytes))
        return box.update(bytes.subarray(ivBytes, -tagBytes), undefined, 'utf8') + box.final('utf8')
      } catch {
        throw new VaultError('CHORUS_VAULT_KEY is not the key that this wave was opened with.')
      }
    },
  }
}
