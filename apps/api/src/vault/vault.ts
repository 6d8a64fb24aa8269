import { z } from 'zod'

/**
 * The five secrets of an open wave, as raw bytes: `skB` signs ballots (POPRF), `skS` opens boxes (X25519), `skR` signs receipts
 * (Ed25519), `Kp` is mixed into boxes and recognises resends, `Kt` recognises repeated requests for a ballot.
 */
export type WaveSecrets = {
  readonly skB: Uint8Array
  readonly skS: Uint8Array
  readonly skR: Uint8Array
  readonly Kp: Uint8Array
  readonly Kt: Uint8Array
}

/**
 * Where the secrets of open waves lie: outside of the database and of its backups. What is destroyed here locks every copy
 * of the boxes that anybody ever made.
 */
export type KeyStore = {
  /** Safely on the disk when it returns. @throws when the wave has secrets already */
  store(wave: string, secrets: WaveSecrets): Promise<void>
  /** Null where there are none (any more). @throws VaultError when they are there and cannot be read */
  read(wave: string): Promise<WaveSecrets | null>
  /** Overwrites and removes them; nothing happens where there are none. */
  destroy(wave: string): Promise<void>
  /** Ids of the waves that have secrets. */
  list(): Promise<string[]>
}

/**
 * The secrets of open waves; and, apart from them, those of the months of concerns, which are ended by other rules. A month's `skB` signs
 * tickets, and it gives no receipts.
 */
export type Vault = KeyStore & { readonly concerns: KeyStore }

/** The vault is there and does not serve: the sentence says why, and holds no secret. */
export class VaultError extends Error {}

const secret = z
  .string()
  .regex(/^[A-Za-z0-9_-]+$/)
  .transform((text) => new Uint8Array(Buffer.from(text, 'base64url')))
export const secretsShape = z.object({ skB: secret, skS: secret, skR: secret, Kp: secret, Kt: secret })

/** Secrets as they are written down: base64url. */
export function writtenSecrets(secrets: WaveSecrets): Record<keyof WaveSecrets, string> {
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const { skB, skS, skR, Kp, Kt } = secrets
  return { skB: text(skB), skS: text(skS), skR: text(skR), Kp: text(Kp), Kt: text(Kt) }
}
