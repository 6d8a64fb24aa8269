import { toBase64url } from '@chorus/ballot/base64url'
import { signClosedCohort } from '@chorus/ballot/closed-list'
import { leafOf, nullifierOf } from '@chorus/ballot/nullifier'
import { makeReceiptKeys, signReceipt } from '@chorus/ballot/receipt'
import type { ClosedCohort } from '@chorus/contracts/collect'
import { expect, test } from 'vitest'
import type { Receipt } from '../../lib/device/receipts.ts'
import { checkReceipt } from './check-receipt.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const cohort = '018f3f5e-0000-4000-8000-00000000000a'
const { skR, pkR } = makeReceiptKeys()
const [mine, theirs, another] = [1, 2, 3].map((byte) => leafOf(nullifierOf(cohort, Uint8Array.of(byte)))) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
]
const receipt: Receipt = {
  id: 'r1',
  wave,
  label: 'Spring',
  closes: '2026-01-31T18:00:00Z',
  fingerprint: 'f',
  dimension: 'unit',
  cohort,
  group: 'Research',
  size: 2,
  pkR: toBase64url(pkR),
  leaf: toBase64url(mine),
  sig: toBase64url(signReceipt({ wave, cohort, leaf: mine }, skR)),
  refused: null,
}

test('a ballot in the list is counted, and one that is missing is told', () => {
  expect(checkReceipt(receipt, listOf([theirs, mine]))).toEqual({ is: 'counted', count: 2 })
  expect(checkReceipt(receipt, listOf([theirs]))).toEqual({ is: 'missing', count: 1 })
  expect(checkReceipt(receipt, listOf([]))).toEqual({ is: 'missing', count: 0 })
})

test('a list that the wave did not sign, or with more ballots than people, proves nothing', () => {
  expect(checkReceipt(receipt, listOf([mine], makeReceiptKeys().skR))).toEqual({ is: 'list-not-valid' })
  expect(checkReceipt(receipt, listOf([mine, theirs, another]))).toEqual({ is: 'list-not-valid' })
  expect(checkReceipt(receipt, { ...listOf([theirs]), leaves: [receipt.leaf] })).toEqual({
    is: 'list-not-valid',
  })
  expect(checkReceipt(receipt, { ...listOf([mine]), root: '*' })).toEqual({ is: 'list-not-valid' })
})

test('a receipt of another ballot proves nothing', () => {
  expect(checkReceipt({ ...receipt, leaf: toBase64url(theirs) }, listOf([theirs]))).toEqual({
    is: 'receipt-not-valid',
  })
})

function listOf(leaves: Uint8Array[], key = skR): ClosedCohort {
  const closed = signClosedCohort({ wave, cohort, leaves }, key)
  return {
    cohort,
    leaves: closed.leaves.map(toBase64url),
    root: toBase64url(closed.root),
    count: closed.count,
    sig: toBase64url(closed.sig),
  } as unknown as ClosedCohort
}
