import { err, ok, type Result } from '@chorus/basics/result'
import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { merkleRoot } from './merkle-root.ts'
import { uuidBytes } from './uuid-bytes.ts'

/** All counted ballots of one cohort: the leaves in ascending order, their root, and the wave's signature on both. */
export type ClosedList = {
  readonly cohort: string
  readonly leaves: readonly Uint8Array[]
  readonly root: Uint8Array
  readonly count: number
  readonly sig: Uint8Array
}

export type ClosedListFault = {
  code: 'count-differs' | 'leaves-not-in-order' | 'root-differs' | 'signature-not-valid'
}

/** Puts the leaves in order and signs "closed/1" || wave || cohort || count (4 bytes, big-endian) || root with Ed25519. */
export function signClosedCohort(
  { wave, cohort, leaves }: { wave: string; cohort: string; leaves: readonly Uint8Array[] },
  skR: Uint8Array,
): ClosedList {
  const sorted = [...leaves].sort(byteOrder)
  const root = merkleRoot(sorted)
  const count = sorted.length
  return { cohort, leaves: sorted, root, count, sig: ed25519.sign(messageOf(wave, cohort, count, root), skR) }
}

/** Holds when the list is whole: every leaf once, in order, under the root that the wave's key signed. */
export function verifyClosedCohort(
  closed: ClosedList,
  { wave, pkR }: { wave: string; pkR: Uint8Array },
): Result<ClosedList, ClosedListFault> {
  const { cohort, leaves, root, count, sig } = closed
  if (count !== leaves.length) return err({ code: 'count-differs' })
  if (!isAscending(leaves)) return err({ code: 'leaves-not-in-order' })
  if (byteOrder(merkleRoot(leaves), root) !== 0) return err({ code: 'root-differs' })
  if (!signedBy(pkR, sig, messageOf(wave, cohort, count, root))) return err({ code: 'signature-not-valid' })
  return ok(closed)
}

/** Looks for the leaf where the list already is, so that nobody learns which one was looked for. */
export function isCounted(closed: Pick<ClosedList, 'leaves'>, leaf: Uint8Array): boolean {
  return closed.leaves.some((one) => byteOrder(one, leaf) === 0)
}

function messageOf(wave: string, cohort: string, count: number, root: Uint8Array): Uint8Array {
  const counted = new Uint8Array(4)
  new DataView(counted.buffer).setUint32(0, count)
  return concatBytes(utf8ToBytes('closed/1'), uuidBytes(wave), uuidBytes(cohort), counted, root)
}

function signedBy(pkR: Uint8Array, sig: Uint8Array, message: Uint8Array): boolean {
  try {
    return ed25519.verify(sig, message, pkR, { zip215: false })
  } catch {
    return false
  }
}

function isAscending(leaves: readonly Uint8Array[]): boolean {
  return leaves.every((leaf, at) => {
    const before = leaves[at - 1]
    return leaf.length === 32 && (before === undefined || byteOrder(before, leaf) < 0)
  })
}

function byteOrder(left: Uint8Array, right: Uint8Array): number {
  for (const [at, byte] of left.entries()) {
    const difference = byte - (right[at] ?? -1)
    if (difference !== 0) return difference
  }
  return left.length - right.length
}
