import { expect, test } from 'vitest'
import { fromLocalInput, suggestedClose, toLocalInput } from './closing-time.ts'

test('the field and the moment are the same in both directions', () => {
  const moment = new Date(2026, 2, 9, 7, 5)
  expect(toLocalInput(moment)).toBe('2026-03-09T07:05')
  expect(fromLocalInput(toLocalInput(moment))).toEqual(moment)
})

test('an empty field is no moment', () => {
  expect(fromLocalInput('')).toBeUndefined()
})

test('the suggestion is two weeks on, at six, also over the end of a year', () => {
  expect(toLocalInput(suggestedClose(new Date(2026, 11, 24, 9, 30)))).toBe('2027-01-07T18:00')
})
