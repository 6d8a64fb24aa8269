import { expect, test } from 'vitest'
import { askedOf, lookedForIn } from './looked-for.ts'

test('an address says what is looked for, and what it cannot mean is left out', () => {
  expect(
    lookedForIn({ words: ' release ', tag: 2026, kind: 'went well', days: '30', followed: 'yes' }),
  ).toEqual({
    words: 'release',
    tag: '2026',
    kind: 'went well',
    days: 30,
    followed: 'yes',
  })
  expect(lookedForIn({ kind: 'gossip', days: 31, followed: 'no', unit: '', other: 1 })).toEqual({})
  expect(lookedForIn(null)).toEqual({})
})

test('days become the day from which on', () => {
  const asked = askedOf({ unit: 'red', days: 30 }, new Date('2026-03-31T23:00:00Z'))
  expect(asked.toString()).toBe('unit=red&since=2026-03-01')
})
