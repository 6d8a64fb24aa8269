import { expect, test } from 'vitest'
import { checkedUnitChange } from './unit-change-rules.ts'

const units = (...ids: string[]) => new Map(ids.map((id) => [id, { id, name: id.toUpperCase() }]))
const before = units('a', 'b', 'c')
const after = units('a', 'd', 'e')
const check = (kind: Parameters<typeof checkedUnitChange>[0]['kind'], from: string[], to: string[]) => {
  const checked = checkedUnitChange({ kind, from, to }, before, after)
  return checked.ok ? 'fits' : checked.error.code
}

test('each kind has as many units before and after as its word says', () => {
  expect(check('merged', ['a', 'b'], ['a'])).toBe('fits')
  expect(check('merged', ['b'], ['a'])).toBe('unit-change-does-not-fit')
  expect(check('merged', ['a', 'b'], ['a', 'd'])).toBe('unit-change-does-not-fit')
  expect(check('split', ['b'], ['d', 'e'])).toBe('fits')
  expect(check('split', ['b'], ['d'])).toBe('unit-change-does-not-fit')
  expect(check('renamed', ['b'], ['d'])).toBe('fits')
  expect(check('renamed', ['b', 'c'], ['d'])).toBe('unit-change-does-not-fit')
  expect(check('moved', ['a'], ['a'])).toBe('fits')
  expect(check('moved', ['b'], ['d'])).toBe('unit-change-does-not-fit')
  expect(check('closed', ['b'], [])).toBe('fits')
  expect(check('closed', [], [])).toBe('unit-change-does-not-fit')
})

test('a unit stands once, is known, and a new name is another one', () => {
  expect(check('merged', ['b', 'b'], ['d'])).toBe('unit-change-does-not-fit')
  expect(check('merged', ['b', 'd'], ['d'])).toBe('unknown-unit')
  expect(check('renamed', ['b'], ['c'])).toBe('unknown-unit')
  expect(check('renamed', ['a'], ['a'])).toBe('unit-change-does-not-fit')
})

test('names are those of the organisation', () => {
  expect(checkedUnitChange({ kind: 'renamed', from: ['b'], to: ['d'] }, before, after)).toMatchObject({
    value: { from: [{ id: 'b', name: 'B' }], to: [{ id: 'd', name: 'D' }] },
  })
})
