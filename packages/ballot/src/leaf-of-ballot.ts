import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidBytes } from './uuid-bytes.ts'

/** `leafOf(nullifierOf(cohort, input))` with the browser's own SHA-256: a device loads no code for it. */
export async function leafOfBallot(cohort: string, input: Uint8Array): Promise<Uint8Array> {
  const nf = await sha256(concatBytes(utf8ToBytes('nf'), uuidBytes(cohort), input))
  return sha256(concatBytes(Uint8Array.of(0), nf))
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', Uint8Array.from(bytes)))
}
