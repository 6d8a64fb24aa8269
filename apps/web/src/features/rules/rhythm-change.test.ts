import { expect, test } from 'vitest'
import { rhythmChange } from './rhythm-change.ts'

const t = (id: string, values: object = {}) => `${id} ${JSON.stringify(values)}`

test('only what changes is told, with days, hours and minutes that are there', () => {
  const before = { openMinutes: 4 * 1440 + 8 * 60, perWave: 1 }
  expect(rhythmChange({ before, after: { openMinutes: 1440 + 1, perWave: 1 } }, t, 'en')).toEqual([
    'rules.open {"now":"1 day, 1 minute","before":"4 days, 8 hours"}',
  ])
  expect(rhythmChange({ before, after: { ...before, perWave: 3 } }, t, 'en')).toEqual([
    'rules.per-wave {"now":3,"before":1}',
  ])
  expect(rhythmChange({ before, after: before }, t, 'en')).toEqual([])
})

test('waves that were or will be opened by hand have no such time', () => {
  const [hand, two] = [
    { openMinutes: null, perWave: 1 },
    { openMinutes: 2880, perWave: 1 },
  ]
  expect(rhythmChange({ before: hand, after: two }, t, 'en')).toEqual([
    'rules.open-new {"now":"2 days","before":""}',
  ])
  expect(rhythmChange({ before: two, after: hand }, t, 'en')).toEqual([
    'rules.open-hand {"now":"","before":"2 days"}',
  ])
})
