import { createHash } from 'node:crypto'
import { uuidBytes } from '@chorus/ballot/uuid-bytes'

/**
 * What is stored of a sheet's code: SHA-256 of wave (16 bytes) and code (10). The code is 80 random bits, which nobody can try
 * through, so no slow or keyed hash is needed.
 */
export function sheetHash(wave: string, code: Uint8Array): Buffer {
  return createHash('sha256').update(uuidBytes(wave)).update(code).digest()
}
