// Loaded when a receipt comes from another device: it brings the elliptic curve with it.
import { fromBase64url } from '@chorus/ballot/base64url'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { verifyReceipt } from '@chorus/ballot/receipt'
import type { Manifest } from '@chorus/contracts/collect'
import { readReceiptCode } from '../../lib/device/receipt-code.ts'
import type { Receipt } from '../../lib/device/receipts.ts'

/**
 * The receipt that another device showed as a square, filled up from the manifest whose fingerprint it carries. Null when the manifest is
 * another one, or the signature is not that of the wave's key: then it proves nothing.
 * @throws ApiProblem
 */
export async function takeReceipt(
  text: string,
  getManifest: (wave: string) => Promise<{ canonical: string }>,
): Promise<Receipt | null> {
  const carried = readReceiptCode(text)
  if (carried === null) return null
  const { canonical } = await getManifest(carried.wave)
  if ((await fingerprintOf(canonical)) !== carried.fingerprint) return null
  const { label, closes, pkR, cohorts }: Manifest = JSON.parse(canonical)
  const cohort = cohorts.find(({ id }) => id === carried.cohort)
  const leaf = fromBase64url(carried.leaf)
  const signed = { wave: carried.wave, cohort: carried.cohort, leaf }
  if (!cohort || !verifyReceipt(signed, fromBase64url(carried.sig), fromBase64url(pkR))) return null
  const { dimension, label: group, size } = cohort
  return { ...carried, id: carried.leaf, label, closes, pkR, dimension, group, size, refused: null }
}
