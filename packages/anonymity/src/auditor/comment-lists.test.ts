import { expect, test } from 'vitest'
import { type AuditedComments, auditCommentLists } from './comment-lists.ts'

/** Twelve people of red with four comments, which stand with red; the rest of the company with three, at the top. */
const safe: AuditedComments = {
  scale: 'safety',
  units: [
    { id: 'top', parent: null },
    { id: 'red', parent: 'top' },
    { id: 'blue', parent: 'top' },
  ],
  shownUnits: new Set(['top', 'red']),
  answers: new Map([
    ['top', 6],
    ['red', 12],
    ['blue', 5],
  ]),
  written: new Map([
    ['top', 1],
    ['red', 4],
    ['blue', 2],
  ]),
  placeOf: new Map([
    ['top', 'top'],
    ['red', 'red'],
    ['blue', 'top'],
  ]),
  released: ['red', 'red', 'red', 'red', 'top', 'top', 'top'],
}
const audit = (change: Partial<AuditedComments>) =>
  auditCommentLists({ ...safe, ...change }, 10).map(({ finding, unit }) => `${finding} ${unit}`)

test('safe lists pass, and so does nothing at all', () => {
  expect(audit({})).toEqual([])
  expect(audit({ placeOf: new Map(), released: [] })).toEqual([])
})

test('what is left at the top when the list of red is taken away may not be few people, nor one or two comments', () => {
  expect(audit({ answers: new Map([...safe.answers, ['blue', 3]]) })).toEqual(['small-group top'])
  expect(
    audit({ written: new Map([...safe.written, ['blue', 1]]), released: safe.released.slice(0, -1) }),
  ).toEqual(['threshold top'])
})

test('a comment too many, one too few, and one of another unit do not pass', () => {
  expect(audit({ released: [...safe.released, 'top'] })).toEqual(['inconsistent top'])
  expect(audit({ released: safe.released.slice(1) })).toEqual(['inconsistent red'])
  expect(audit({ released: [...safe.released, 'blue'] })).toContain('inconsistent blue')
})

test('a list where figures are hidden would say that they were sacrificed', () => {
  expect(audit({ shownUnits: new Set(['top']) })).toEqual(['metadata red'])
})

test('comments stand in their own unit or above, with those of the unit above or by themselves', () => {
  expect(audit({ placeOf: new Map([...safe.placeOf, ['blue', 'red']]) })).toContain('inconsistent blue')
  expect(audit({ placeOf: new Map([...safe.placeOf, ['top', 'blue']]) })).toContain('inconsistent top')
})
