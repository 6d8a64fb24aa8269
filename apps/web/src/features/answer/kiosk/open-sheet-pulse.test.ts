import { manifest } from '@chorus/contracts/collect'
import { cohortId } from '@chorus/contracts/ids'
import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { openSheetPulse } from './open-sheet-pulse.ts'

const wave = '11111111-1111-4111-8111-111111111111'
const bowl = '22222222-2222-4222-8222-222222222222'
const key = 'A'.repeat(43)

function frozen(cohort: object) {
  return manifest.parse({
    v: 1,
    suite: 'ristretto255-SHA512',
    wave,
    programme: '33333333-3333-4333-8333-333333333333',
    label: 'Spring',
    opens: '2026-03-02T09:00:00Z',
    closes: '2026-03-09T09:00:00Z',
    policy: policyInput.parse({}),
    instrument: { id: 'climate', name: 'Climate' },
    scales: [],
    pkB: key,
    pkS: key,
    pkR: key,
    cohorts: [{ id: bowl, dimension: 'unit', label: 'Late shift', size: 22, sheets: 22, ...cohort }],
  })
}

const openedWith = (cohort: object, asked = wave, told: string = bowl) =>
  openSheetPulse(asked, 'a code', {
    getManifest: async () => ({ canonical: JSON.stringify(frozen(cohort)) }),
    lookUpSheet: async () => ({ cohort: cohortId.parse(told) }),
    fingerprintOf: async () => 'computed here',
  })

test('a sheet opens the pulse of its group, with the fingerprint that was computed here and no cuts', async () => {
  const pulse = await openedWith({})
  expect(pulse?.invitation).toMatchObject({
    label: 'Spring',
    fingerprint: 'computed here',
    cohort: { label: 'Late shift', size: 22 },
    cuts: [],
    k: 5,
  })
})

test('a group that the manifest does not list, or without sheets, or with fewer than k people, is refused', async () => {
  expect(await openedWith({}, wave, '44444444-4444-4444-8444-444444444444')).toBeUndefined()
  expect(await openedWith({ sheets: undefined })).toBeUndefined()
  expect(await openedWith({ size: 4, sheets: 4 })).toBeUndefined()
  expect(await openedWith({ dimension: 'tenure' })).toBeUndefined()
})

test('the manifest of another wave is refused', async () => {
  expect(await openedWith({}, '55555555-5555-4555-8555-555555555555')).toBeUndefined()
})
