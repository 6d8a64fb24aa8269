import { mentionOf } from '@chorus/contracts/mention-text'
import { hitBegins, hitEnds } from '@chorus/db/stores/lesson-search'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maskFor } from './mask.ts'

const mention = fc.uuid().map(mentionOf)
const words = fc.string().filter((text) => !/[\p{Cc}\p{Co}]/u.test(text))

test('what is masked has no mention and no "<" left, and comes back as it was', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(mention, words)), (parts) => {
      const text = parts.join('')
      const { mask, unmask } = maskFor([text, 'another'])
      expect(mask(text)).not.toMatch(/<|@\[[0-9a-f-]{36}\]/)
      expect(unmask([{ text: mask(text), hit: true }])).toEqual(text === '' ? [] : [{ text, hit: true }])
    }),
  )
})

test('signs for hits that somebody wrote are gone', () => {
  expect(maskFor([]).mask(`a${hitBegins}b${hitEnds}c`)).toBe('abc')
})
