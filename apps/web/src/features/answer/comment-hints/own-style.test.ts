import { expect, test } from 'vitest'
import { ownStyle } from './own-style.ts'

test.each<[string, ReturnType<typeof ownStyle>]>([
  ['', null],
  ['We talk openly. Why not more often?', null],
  ['HR and IT decide ...', null],
  ['Never again!!', 'signs'],
  ['NEVER again', 'signs'],
  ['Nice 🙂', 'signs'],
  ['x'.repeat(300), null],
  ['x'.repeat(301), 'long'],
])('"%s": %s', (text, style) => {
  expect(ownStyle(text)).toBe(style)
})
