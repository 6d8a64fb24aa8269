import { wordlist } from '@scure/bip39/wordlists/english.js'
import { expect, test } from 'vitest'
import english from './english.json' with { type: 'json' }

test('the words are those of the well-kept list, and no two share their first four letters', () => {
  expect(english).toEqual(wordlist)
  expect(new Set(english.map((word) => word.slice(0, 4))).size).toBe(2048)
})
