import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { uuidBytes } from './uuid-bytes.ts'

/** The name under which a used ballot is stored: SHA-256("nf" || cohort || input), 32 bytes. Two sends of one ballot meet in it. */
export function nullifierOf(cohort: string, input: Uint8Array): Uint8Array {
  return sha256(concatBytes(utf8ToBytes('nf'), uuidBytes(cohort), input))
}

/** The ballot's leaf in the published list (RFC 9162, section 2.1.1): SHA-256(00 || nf). It says nothing of the answers. */
export function leafOf(nf: Uint8Array): Uint8Array {
  return sha256(concatBytes(Uint8Array.of(0), nf))
}
