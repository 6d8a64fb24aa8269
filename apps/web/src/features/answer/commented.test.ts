import { expect, test } from 'vitest'
import { commentedScales } from './commented.ts'
import type { Pulse } from './open-pulse.ts'

const group = (id: string, scale: string) => ({
  id,
  dimension: `comments of ${scale}`,
  label: id,
  size: 12,
  scale,
})
const mine = [group('safety-mine', 'safety'), group('belonging-mine', 'belonging')]
const manifest = {
  policy: { k: 5, commentK: 10 },
  scales: [
    { id: 'safety', items: [{ id: 's1' }, { id: 's2' }] },
    { id: 'belonging', items: [{ id: 'b1' }] },
  ],
  cohorts: [
    { id: 'team', dimension: 'unit', label: 'Team', size: 9 },
    group('safety-other', 'safety'),
    ...mine,
    { id: 'years', dimension: 'tenure', label: 'Two years', size: 8 },
  ],
}

function told(cuts: readonly object[]): string[] {
  const pulse = { manifest, invitation: { cuts } } as unknown as Pulse
  return commentedScales(pulse).map(({ scale, after, group }) => `${scale.id} after ${after} in ${group.id}`)
}

test('a scale takes a comment behind its last statement, in the person’s own group', () => {
  expect(told([{ id: 'years' }, ...mine])).toEqual([
    'safety after s2 in safety-mine',
    'belonging after b1 in belonging-mine',
  ])
})

test('who has no place for comments is asked for none: with a sheet of paper, or where the programme wants none', () => {
  expect(told([])).toEqual([])
  expect(told([{ id: 'years' }])).toEqual([])
})
