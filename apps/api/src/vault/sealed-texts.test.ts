import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { SealedTexts } from './sealed-texts.ts'

const key = randomBytes(32)
const texts = new SealedTexts(key)

test('a sealed text opens under the same key and for the same purpose, and nowhere else', () => {
  for (const text of ['', 'a secret', 'ein Geheimnis: größer, 秘密']) {
    const sealed = texts.seal('client secret a', text)
    expect(new SealedTexts(key).open('client secret a', sealed)).toBe(text)
    expect(texts.open('client secret b', sealed)).toBe(null)
    expect(new SealedTexts(randomBytes(32)).open('client secret a', sealed)).toBe(null)
  }
})

test('what was altered or cut anywhere does not open', () => {
  const sealed = texts.seal('x', 'abc')
  for (let at = 0; at < sealed.length; at++) {
    const altered = Buffer.from(sealed)
    altered[at] = (altered[at] ?? 0) ^ 1
    expect(texts.open('x', altered)).toBe(null)
    expect(texts.open('x', sealed.subarray(0, at))).toBe(null)
  }
})

test('marks of two purposes have nothing in common', () => {
  expect(texts.markOf('a', 'b')).toEqual(texts.markOf('a', 'b'))
  expect(texts.markOf('a', 'b')).not.toEqual(texts.markOf('b', 'b'))
})
