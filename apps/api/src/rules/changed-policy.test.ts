import { policyInput } from '@chorus/contracts/policy'
import { policyDifferences } from '@chorus/contracts/policy-differences'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { changedPolicy } from './changed-policy.ts'

const before = policyInput.parse({ k: 5, commentK: 12, cuts: ['tenure'], comments: true })

test('whatever is asked for, no threshold falls, and none lies below k', () => {
  const wish = fc.record(
    { k: fc.integer(), commentK: fc.integer(), cutK: fc.integer() },
    { requiredKeys: [] },
  )
  const near = fc.record(
    { k: fc.integer({ min: 0, max: 20 }), commentK: fc.integer({ min: 0, max: 20 }), cutK: fc.nat(20) },
    { requiredKeys: [] },
  )
  let changed = 0
  fc.assert(
    fc.property(fc.oneof(near, wish), (asked) => {
      const after = changedPolicy(before, asked)
      if (!after.ok) return
      changed += 1
      for (const name of ['k', 'commentK', 'cutK'] as const) {
        expect(after.value[name]).toBeGreaterThanOrEqual(before[name])
        expect(after.value[name]).toBeGreaterThanOrEqual(after.value.k)
      }
    }),
  )
  expect(changed).toBeGreaterThan(5)
})

test('the other thresholds rise with k, and people are told of each that concerns them', () => {
  const after = changedPolicy(before, { k: 13 })
  if (!after.ok) throw new Error(after.error.code)
  expect(after.value).toMatchObject({ k: 13, commentK: 13, cutK: 13 })
  expect(policyDifferences(before, after.value)).toEqual([
    { what: 'k', before: 5, now: 13 },
    { what: 'commentK', before: 12, now: 13 },
    { what: 'cutK', before: 10, now: 13 },
  ])
})

test('comments and cuts may come and go; nothing at all is no change', () => {
  expect(changedPolicy(before, {})).toEqual({ ok: false, error: { code: 'nothing-changes' } })
  expect(changedPolicy(before, { comments: true, cuts: ['tenure'] })).toMatchObject({ ok: false })
  const after = changedPolicy(before, { comments: false, cuts: [] })
  if (!after.ok) throw new Error(after.error.code)
  expect(policyDifferences(before, after.value)).toEqual([
    { what: 'comments', now: false },
    { what: 'cuts', now: [] },
  ])
})

test('what cannot be is refused with its place: a crossing of a cut that there is not', () => {
  const refused = changedPolicy(before, { crossings: [['tenure', 'place']] })
  expect(refused).toMatchObject({ ok: false, error: { code: 'malformed-request' } })
  if (!refused.ok) expect(refused.error.detail).toContain('"place"')
})
