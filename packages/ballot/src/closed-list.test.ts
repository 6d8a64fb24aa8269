import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isCounted, signClosedCohort, verifyClosedCohort } from './closed-list.ts'
import { leafOf, nullifierOf } from './nullifier.ts'
import { makeReceiptKeys, signReceipt, verifyReceipt } from './receipt.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const cohort = '018f3f5e-0000-4000-8000-00000000000a'
const other = '018f3f5e-0000-4000-8000-00000000000b'
const { skR, pkR } = makeReceiptKeys()
const leaves = fc
  .uniqueArray(fc.integer({ min: 0, max: 1000 }), { maxLength: 20 })
  .map((numbers) => numbers.map(leaf))

test('a closed list holds, in whatever order the leaves came, and each leaf is found in it and no other', () => {
  fc.assert(
    fc.property(leaves, (counted) => {
      const closed = signClosedCohort({ wave, cohort, leaves: counted }, skR)
      expect(verifyClosedCohort(closed, { wave, pkR })).toMatchObject({ ok: true })
      for (const one of counted) expect(isCounted(closed, one)).toBe(true)
      expect(isCounted(closed, leaf(5000))).toBe(false)
    }),
    { numRuns: 25 },
  )
})

test('a leaf taken out, added, doubled or moved, another cohort, wave or key: each is noticed', () => {
  const closed = signClosedCohort({ wave, cohort, leaves: [leaf(1), leaf(2), leaf(3)] }, skR)
  const [first, ...rest] = closed.leaves
  const codeOf = (harmed: Partial<typeof closed>, against = { wave, pkR }) => {
    const seen = verifyClosedCohort({ ...closed, ...harmed }, against)
    return seen.ok ? 'holds' : seen.error.code
  }
  expect(codeOf({ leaves: rest })).toBe('count-differs')
  expect(codeOf({ leaves: rest, count: 2 })).toBe('root-differs')
  expect(codeOf({ leaves: [...rest, ...(first ? [first] : [])] })).toBe('leaves-not-in-order')
  expect(codeOf({ leaves: [...(first ? [first] : []), ...closed.leaves], count: 4 })).toBe(
    'leaves-not-in-order',
  )
  expect(codeOf({ cohort: other })).toBe('signature-not-valid')
  expect(codeOf({}, { wave: other, pkR })).toBe('signature-not-valid')
  expect(codeOf({}, { wave, pkR: makeReceiptKeys().pkR })).toBe('signature-not-valid')
  expect(codeOf({ sig: new Uint8Array(64) })).toBe('signature-not-valid')
})

test('a receipt is good for its own wave, cohort and leaf, under its own key', () => {
  const receipted = { wave, cohort, leaf: leaf(1) }
  const sig = signReceipt(receipted, skR)
  expect(verifyReceipt(receipted, sig, pkR)).toBe(true)
  expect(verifyReceipt({ ...receipted, leaf: leaf(2) }, sig, pkR)).toBe(false)
  expect(verifyReceipt({ ...receipted, cohort: other }, sig, pkR)).toBe(false)
  expect(verifyReceipt({ ...receipted, wave: other }, sig, pkR)).toBe(false)
  expect(verifyReceipt(receipted, sig, makeReceiptKeys().pkR)).toBe(false)
  expect(verifyReceipt(receipted, new Uint8Array(3), pkR)).toBe(false)
})

test('one input is another ballot in another cohort', () => {
  const input = new Uint8Array(32)
  expect(nullifierOf(cohort, input)).not.toEqual(nullifierOf(other, input))
})

function leaf(number: number): Uint8Array {
  return leafOf(nullifierOf(cohort, new TextEncoder().encode(String(number))))
}
