import { sha256 } from '@noble/hashes/sha2.js'
import { concatBytes } from '@noble/hashes/utils.js'

/**
 * The root of a Merkle tree over leaves that are hashed already (`leafOf`), in the order given. Level by level: a node that has no
 * partner goes up as it is, which gives the same tree as the RFC's recursion. Without any leaf: the SHA-256 of nothing.
 * Source: RFC 9162, section 2.1.1.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Uint8Array {
  let level = leaves
  while (level.length > 1) level = parentsOf(level)
  return level[0] ?? sha256(Uint8Array.of())
}

function parentsOf(level: readonly Uint8Array[]): Uint8Array[] {
  const parents: Uint8Array[] = []
  for (let left = 0; left < level.length; left += 2) {
    const [first, second] = level.slice(left, left + 2)
    if (first) parents.push(second ? sha256(concatBytes(Uint8Array.of(1), first, second)) : first)
  }
  return parents
}
