import { expect, test } from 'vitest'
import { hexLines } from './hex-lines.ts'

test('every byte is shown with both its digits, 16 in a line, and nothing for nothing', () => {
  expect(hexLines(new Uint8Array())).toEqual([])
  expect(hexLines(Uint8Array.of(0, 9, 255))).toEqual(['00 09 ff'])
  expect(hexLines(new Uint8Array(17))).toEqual([`${'00 '.repeat(15)}00`, '00'])
})
