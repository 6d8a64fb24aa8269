import { toBase64url } from '@chorus/ballot/base64url'
import { fingerprintOf } from '@chorus/ballot/manifest-fingerprint'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { makeReceiptKeys, signReceipt } from '@chorus/ballot/receipt'
import { expect, test } from 'vitest'
import { writeReceiptCode } from '../../lib/device/receipt-code.ts'
import { takeReceipt } from './take-receipt.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const cohort = '018f3f5e-0000-4000-8000-00000000000a'
const { skR, pkR } = makeReceiptKeys()
const canonical = JSON.stringify({
  label: 'Spring',
  closes: '2026-01-31T18:00:00Z',
  pkR: toBase64url(pkR),
  cohorts: [{ id: cohort, dimension: 'unit', label: 'Late shift', size: 22 }],
})
const fingerprint = await fingerprintOf(canonical)
const leaf = leafOf(nullifierOf(cohort, Uint8Array.of(1)))
const carried = {
  wave,
  cohort,
  fingerprint,
  leaf: toBase64url(leaf),
  sig: toBase64url(signReceipt({ wave, cohort, leaf }, skR)),
}
const take = (text: string, manifest = canonical) => takeReceipt(text, async () => ({ canonical: manifest }))

test('a receipt from another device is filled up from the manifest that it was made under', async () => {
  expect(await take(writeReceiptCode(carried))).toEqual({
    ...carried,
    id: carried.leaf,
    label: 'Spring',
    closes: '2026-01-31T18:00:00Z',
    pkR: toBase64url(pkR),
    dimension: 'unit',
    group: 'Late shift',
    size: 22,
    refused: null,
  })
})

test('a forged signature, a group the wave does not have, another manifest, and any other text are refused', async () => {
  const other = toBase64url(signReceipt({ wave, cohort, leaf }, makeReceiptKeys().skR))
  expect(await take(writeReceiptCode({ ...carried, sig: other }))).toBeNull()
  expect(await take(writeReceiptCode({ ...carried, cohort: wave }))).toBeNull()
  expect(await take(writeReceiptCode(carried), `${canonical} `)).toBeNull()
  expect(await take('hello')).toBeNull()
})
