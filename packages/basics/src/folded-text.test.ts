import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, foldText } from './folded-text.ts'

test.each([
  ['', ''],
  ['MÜLLER', 'muller'],
  ['Straße', 'strasse'],
  ['Łukasz Sørensen', 'lukasz sorensen'],
  ['İbrahim Yıldız', 'ibrahim yildiz'],
  ['أحْمَد', 'احمد'],
  ['فاطمة', 'فاطمه'],
  ['Ａｎｎａ', 'anna'],
  ['An\u00adna', 'anna'],
])('%j is compared as %j', (original, folded) => {
  expect(fold(original)).toBe(folded)
})

test('voiced kana stay apart from plain ones', () => {
  expect(fold('ガ')).not.toBe(fold('カ'))
  expect(fold('ｶﾞ')).toBe(fold('ガ'))
})

test('composed and decomposed letters are the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(text.normalize('NFD'))).toBe(fold(text.normalize('NFC')))
    }),
  )
})

test('every part of the folded text says where it came from', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (original) => {
      const { text, from } = foldText(original)
      expect(from).toHaveLength(text.length + 1)
      expect(from.at(-1)).toBe(original.length)
      expect(from).toEqual(from.toSorted((a, b) => a - b))
    }),
  )
  expect(foldText('aßc').from).toEqual([0, 1, 1, 2, 3])
})
