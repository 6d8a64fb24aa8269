import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { keyFor } from '../vault/installation-key.ts'
import { VaultError } from '../vault/vault.ts'

const ivBytes = 12
const tagBytes = 16
const cipher = 'aes-256-gcm'

/** What is kept locked of a channel. `signingKey`: base64url, for webhooks alone. */
const channelSecret = z.object({ url: z.string(), signingKey: z.string().nullable() })
export type ChannelSecret = z.infer<typeof channelSecret>

/** Who knows the address of a channel can write there: it is of no use to whoever has the database alone. */
export class ChannelLock {
  readonly #key: Buffer

  constructor(installationKey: Uint8Array) {
    this.#key = keyFor('address of a channel', installationKey)
  }

  lock(organisation: string, secret: ChannelSecret): Buffer {
    const iv = randomBytes(ivBytes)
    const box = createCipheriv(cipher, this.#key, iv).setAAD(Buffer.from(organisation))
    return Buffer.concat([iv, box.update(JSON.stringify(secret)), box.final(), box.getAuthTag()])
  }

  /** @throws VaultError when it was locked under another key */
  open(organisation: string, locked: Buffer): ChannelSecret {
    const box = createDecipheriv(cipher, this.#key, locked.subarray(0, ivBytes))
    box.setAAD(Buffer.from(organisation)).setAuthTag(locked.subarray(-tagBytes))
    let plain: Buffer
    try {
      plain = Buffer.concat([box.update(locked.subarray(ivBytes, -tagBytes)), box.final()])
    } catch {
      throw new VaultError(
        'The address of a channel was locked under another vault/installation.key. Put that file back, or add the channel anew.',
      )
    }
    return channelSecret.parse(JSON.parse(plain.toString('utf8')))
  }
}
