import type { Receipt } from '../../lib/device/receipts.ts'
import type { Kept, KeptBallot } from './kept.ts'

export function countedReceipt(
  kept: Kept,
  ballot: KeptBallot,
  { leaf, sig }: { leaf: string; sig: string },
): Receipt {
  return { ...commonOf(kept, ballot), id: leaf, leaf, sig, refused: null }
}

/** Of a ballot that will never be counted: so that it does not vanish without a word. */
export function refusedReceipt(kept: Kept, ballot: KeptBallot, code: string): Receipt {
  return {
    ...commonOf(kept, ballot),
    id: `${kept.id} ${ballot.dimension}`,
    leaf: '',
    sig: null,
    refused: code,
  }
}

function commonOf(kept: Kept, { dimension, cohort, group, size }: KeptBallot) {
  const { wave, label, closes, fingerprint, pkR } = kept
  return { wave, label, closes, fingerprint, pkR, dimension, cohort, group, size }
}
