import { type Scale, scale } from '@chorus/contracts/instrument'
import { expect, test } from 'vitest'
import { changedMeasures } from './changed-measures.ts'

const version = (...items: object[]): Scale[] => [
  scale.parse({ id: 'safety', name: 'S', role: 'core', items }),
]
const one = { id: 's1', text: { en: 'One.' } }
const two = { id: 's2', text: { en: 'Two.' } }
const changed = (before: Scale[], now: Scale[]) => [...changedMeasures(before, now)].sort()

test('the same questions, in another order or in one more language, are the same', () => {
  expect(changed(version(one, two), version(two, one))).toEqual([])
  expect(changed(version(one), version({ ...one, text: { en: 'One.', de: 'Eins.' } }))).toEqual([])
})

test('an item that comes or goes changes the scale and not the other items', () => {
  expect(changed(version(one), version(one, two))).toEqual(['safety'])
  expect(changed(version(one, two), version(one))).toEqual(['safety'])
})

test('another wording, range or direction changes the item and its scale', () => {
  for (const other of [{ text: { en: 'Another.' } }, { max: 5 }, { reversed: true }])
    expect(changed(version(one, two), version({ ...one, ...other }, two))).toEqual(['s1', 'safety'])
})

test('what was not asked before has nothing to differ from', () => {
  expect(changed([], version(one))).toEqual([])
})
