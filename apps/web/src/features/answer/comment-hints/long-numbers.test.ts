import fc from 'fast-check'
import { expect, test } from 'vitest'
import { longNumbers } from './long-numbers.ts'

test.each<[string, string[]]>([
  ['', []],
  ['3 of 4 meetings, 80 %, at 10:30, in 2026', []],
  ['since 1.4.2026, 2026-04-01, 2025/26 and 2025-2026', []],
  ['It cost 10.000 or 1 250 000 Euro', []],
  ['Call 0170 1234567.', ['0170 1234567']],
  ['+49 (30) 901820 or 555-0199-22', ['+49 (30) 901820', '555-0199-22']],
  ['I am 48213, badge MA-10442 and P1234', ['48213', 'MA-10442', 'P1234']],
])('in "%s" there are %j', (text, found) => {
  expect(longNumbers(text)).toEqual(found)
})

test('a telephone number is found however it is grouped', () => {
  const digits = fc.stringMatching(/^0[1-9]\d{7,10}$/)
  fc.assert(
    fc.property(digits, fc.constantFrom('', ' ', '-', '/'), (number, between) => {
      const written = `${number.slice(0, 4)}${between}${number.slice(4)}`
      expect(longNumbers(`Ask under ${written}, please`)).toEqual([written])
    }),
  )
})
