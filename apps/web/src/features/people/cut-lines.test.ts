import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutLines, readCutLines } from './cut-lines.ts'

test('what stands in the lines is read as it was', () => {
  const name = fc.stringMatching(/^[a-z0-9_-]{1,8}$/)
  const value = fc.stringMatching(/^[a-z0-9:-]{1,8}$/)
  fc.assert(
    fc.property(fc.dictionary(name, value, { noNullPrototype: true }), (cuts) => {
      expect(readCutLines(cutLines(cuts))).toEqual(cuts)
    }),
  )
})

test('empty lines are passed over; a line without a name or a value, and a name that is there twice, is refused', () => {
  expect(readCutLines(' \n tenure : 0-2 years \n\n')).toEqual({ tenure: '0-2 years' })
  expect(readCutLines('')).toEqual({})
  for (const text of ['tenure', 'tenure:', ': x', 'a: 1\na: 2']) expect(readCutLines(text), text).toBeNull()
})
