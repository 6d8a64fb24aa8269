import type { Invitation } from '@chorus/contracts/collect'
import { expect, test } from 'vitest'
import { openPulse } from './open-pulse.ts'

const cohort = { id: 'c1', label: 'Research', size: 9 }
const manifest = {
  wave: 'w1',
  policy: { k: 5 },
  scales: [{ items: [{ id: 'i1', text: { en: 'One' }, min: 1, max: 7 }] }],
  cohorts: [cohort],
}
const invitation = { wave: 'w1', fingerprint: 'f', cohort, k: 5 } as Invitation

function open(shown: unknown, invited: Invitation[] = [invitation], fingerprint = 'f') {
  return openPulse('w1', {
    getInvitations: async () => invited,
    getManifest: async () => ({ canonical: JSON.stringify(shown), fingerprint: 'whatever the server says' }),
    fingerprintOf: async () => fingerprint,
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
  for (const cohorts of [[{ ...cohort, size: 4 }], [{ ...cohort, size: 8 }], []])
    expect(await open({ ...manifest, cohorts })).toMatchObject({ refused: { code: 'manifest-differs' } })
  const small = { ...cohort, size: 4 }
  expect(
    await open({ ...manifest, cohorts: [small] }, [{ ...invitation, cohort: small } as Invitation]),
  ).toMatchObject({ refused: { code: 'manifest-differs' } })
})
