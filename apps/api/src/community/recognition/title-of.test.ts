import { expect, test } from 'vitest'
import { titleOf } from './title-of.ts'

test('short words are a title as they are, on one line', () => {
  expect(titleOf({ did: 'Stayed on\nthe call.' })).toBe('Stayed on the call.')
})

test('longer ones end with a whole word', () => {
  const title = titleOf({ did: 'Stayed on the call until the last depot could load again, '.repeat(3) })
  expect(title).toBe('Stayed on the call until the last depot could load again, Stayed on the call…')
})

test('where no word ends, no letter is cut in two', () => {
  expect(titleOf({ did: '🦆'.repeat(90) })).toBe(`${'🦆'.repeat(80)}…`)
})
