// Loaded when there is a receipt to check: it brings the elliptic curve with it.
import { fromBase64url } from '@chorus/ballot/base64url'
import { isCounted, verifyClosedCohort } from '@chorus/ballot/closed-list'
import { verifyReceipt } from '@chorus/ballot/receipt'
import type { ClosedCohort } from '@chorus/contracts/collect'
import type { Receipt } from '../../lib/device/receipts.ts'

/** `list-not-valid`: the list is not the one the wave's key signed, or has more ballots than people. */
export type CheckedReceipt =
  | { is: 'counted'; count: number }
  | { is: 'missing'; count: number }
  | { is: 'list-not-valid' }
  | { is: 'receipt-not-valid' }

/** Is the ballot of this receipt in the list? Found out on this device, with the key that the manifest promised. */
export function checkReceipt(receipt: Receipt, closed: ClosedCohort): CheckedReceipt {
  const { wave, cohort, size, sig } = receipt
  try {
    const [leaf, pkR] = [fromBase64url(receipt.leaf), fromBase64url(receipt.pkR)]
    if (!sig || !verifyReceipt({ wave, cohort, leaf }, fromBase64url(sig), pkR))
      return { is: 'receipt-not-valid' }
    const list = {
      cohort,
      leaves: closed.leaves.map(fromBase64url),
      root: fromBase64url(closed.root),
      count: closed.count,
      sig: fromBase64url(closed.sig),
    }
    if (!verifyClosedCohort(list, { wave, pkR }).ok || list.count > size) return { is: 'list-not-valid' }
    return { is: isCounted(list, leaf) ? 'counted' : 'missing', count: list.count }
  } catch {
    // Bytes that are no base64url.
    return { is: 'list-not-valid' }
  }
}
