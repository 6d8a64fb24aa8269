import type { Invitation } from '@chorus/contracts/collect'
import { expect, test } from 'vitest'
import { openPulse } from './open-pulse.ts'

const cohort = { id: 'c1', dimension: 'unit', label: 'Research', size: 9 }
const cut = { id: 'c2', dimension: 'tenure', label: 'Two years', size: 12 }
const manifest = {
  wave: 'w1',
  policy: { k: 5 },
  scales: [{ items: [{ id: 'i1', text: { en: 'One' }, min: 1, max: 7 }] }],
  cohorts: [cohort, cut],
}
const invitation = { wave: 'w1', fingerprint: 'f', cohort, cuts: [cut], k: 5 } as unknown as Invitation

function open(shown: unknown, invited: Invitation[] = [invitation], fingerprint = 'f', pinned = 'f') {
  return openPulse('w1', {
    getInvitations: async () => invited,
    getManifest: async () => ({ canonical: JSON.stringify(shown), fingerprint: 'whatever the server says' }),
    getPerson: async () => 'p1',
    fingerprintOf: async () => fingerprint,
    pin: () => pinned,
  })
}

test('a manifest that fits the invitation opens, with its questions', async () => {
  expect(await open(manifest)).toMatchObject({ opened: true, pulse: { questions: [{ id: 'i1' }] } })
})

test('somebody who is not invited to this wave is told so', async () => {
  expect(await open(manifest, [])).toEqual({ opened: false, refused: { code: 'not-invited' } })
})

test('a manifest with another fingerprint than the invitation stays closed', async () => {
  expect(await open(manifest, [invitation], 'g')).toMatchObject({ opened: false })
})

test('a group below k, of another size, or missing from the manifest stays closed', async () => {
  for (const other of [[{ ...cohort, size: 4 }], [{ ...cohort, size: 8 }], [], [cohort, cohort]])
    expect(await open({ ...manifest, cohorts: [...other, cut] })).toMatchObject({
      refused: { code: 'manifest-differs' },
    })
  const small = { ...cohort, size: 4 }
  expect(
    await open({ ...manifest, cohorts: [small, cut] }, [{ ...invitation, cohort: small } as Invitation]),
  ).toMatchObject({ refused: { code: 'manifest-differs' } })
})

test('a manifest that this device saw differently before stays closed', async () => {
  expect(await open(manifest, [invitation], 'f', 'another')).toMatchObject({
    refused: { code: 'manifest-differs' },
  })
})

test('the group of a cut is held to the same: listed, alike, at least k, once', async () => {
  for (const cuts of [[{ ...cut, size: 4 }], [{ ...cut, dimension: 'place' }], [cut, cut]])
    expect(await open(manifest, [{ ...invitation, cuts } as Invitation])).toMatchObject({
      refused: { code: 'manifest-differs' },
    })
  expect(await open({ ...manifest, cohorts: [cohort] })).toMatchObject({
    refused: { code: 'manifest-differs' },
  })
})
