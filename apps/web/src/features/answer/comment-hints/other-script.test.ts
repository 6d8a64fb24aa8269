import { expect, test } from 'vitest'
import { otherScript } from './other-script.ts'

const english = 'Spring pulse Platform Research'

test.each([
  ['もっと話し合う時間がほしいです', true],
  ['نحتاج إلى وقت أطول', true],
  ['Нужно больше времени', true],
  ['We need more time', false],
  ['Wir brauchen mehr Zeit für uns', false],
  // A word of another script is no style of writing.
  ['The sign says 危 and nobody knows it', false],
  ['', false],
  ['12345 !?', false],
])('beside English names, "%s" is of another script: %s', (text, expected) => {
  expect(otherScript(text, english)).toBe(expected)
})

test('what the organisation writes itself is no other script, and Latin can be one', () => {
  expect(otherScript('もっと話し合う', '春の調査 開発部')).toBe(false)
  expect(otherScript('We need more time', '春の調査 開発部')).toBe(true)
  expect(otherScript('We need more time', '春の調査 Platform')).toBe(false)
})
