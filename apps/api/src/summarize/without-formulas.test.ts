import { expect, test } from 'vitest'
import { withoutFormulas } from './without-formulas.ts'

test('words stay as they are', () => {
  for (const text of ['', 'Good.', 'More time - please; and less mail', 'a = b, c+d', 'Mail @home'])
    expect(withoutFormulas(text)).toBe(text)
})

test('what would begin a cell in some spreadsheet begins no formula there', () => {
  expect(withoutFormulas('So;=HYPERLINK("x")')).toBe(`So;'=HYPERLINK("x")`)
  expect(withoutFormulas('So\n+1\n; "@x;\uff1d1')).toBe(`So\n'+1\n; "'@x;'\uff1d1`)
})
