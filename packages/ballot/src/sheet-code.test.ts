import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheetCode, writeSheetCode } from './sheet-code.ts'

const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })
const place = fc.nat({ max: 16 })
const symbol = fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ')
const bare = (code: string) => code.replaceAll('-', '')
const put = (text: string, at: number, character: string) =>
  text.slice(0, at) + character + text.slice(at + 1)

test('no bits and all bits have a code, in four groups', () => {
  expect(writeSheetCode(new Uint8Array(10))).toBe('0000-0000-0000-00000')
  expect(writeSheetCode(new Uint8Array(10).fill(255))).toMatch(/^ZZZZ-ZZZZ-ZZZZ-ZZZZ[0-9A-Z]$/)
})

test('every code is read back as it was, however carelessly it is typed', () => {
  fc.assert(
    fc.property(bytes, (random) => {
      const code = writeSheetCode(random)
      expect(readSheetCode(code)).toEqual(random)
      const careless = ` ${bare(code).toLowerCase().replaceAll('0', 'o').replace(/1/, 'l').replaceAll('1', 'i')} `
      expect(readSheetCode(careless)).toEqual(random)
      expect(readSheetCode(code.replaceAll('-', ' – '))).toEqual(random)
    }),
  )
})

test('every single wrong character is noticed', () => {
  fc.assert(
    fc.property(bytes, place, symbol, (random, at, wrong) => {
      const code = bare(writeSheetCode(random))
      fc.pre(code[at] !== wrong)
      expect(readSheetCode(put(code, at, wrong))).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('any two characters that changed places are noticed, neighbours or not', () => {
  fc.assert(
    fc.property(bytes, place, place, (random, one, other) => {
      const code = bare(writeSheetCode(random))
      const [a = '', b = ''] = [code[one], code[other]]
      fc.pre(a !== b)
      expect(readSheetCode(put(put(code, one, b), other, a))).toBeNull()
    }),
    { numRuns: 2000 },
  )
})

test('what is too short, too long or holds other characters is no code', () => {
  const code = writeSheetCode(new Uint8Array(10).fill(7))
  for (const typed of ['', '-', code.slice(0, -1), `${code}0`, put(code, 0, 'U'), put(code, 0, 'ß')])
    expect(readSheetCode(typed), typed).toBeNull()
  fc.assert(fc.property(fc.string(), (typed) => readSheetCode(typed) === null))
})
