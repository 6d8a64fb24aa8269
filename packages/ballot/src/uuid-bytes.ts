import { assert } from '@chorus/basics/assert'
import { hexToBytes } from '@noble/hashes/utils.js'

/** The 16 raw bytes of a UUID: how ids go into everything that is hashed, signed or bound. */
export function uuidBytes(uuid: string): Uint8Array {
  const bytes = hexToBytes(uuid.replaceAll('-', ''))
  assert(bytes.length === 16, 'an id has 16 bytes')
  return bytes
}
