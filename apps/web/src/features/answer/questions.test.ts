import { expect, test } from 'vitest'
import { hasWords, inScales, questionsOf } from './questions.ts'

const scale = (min: number, max: number) => ({ items: [{ id: 'i', text: { en: 'One' }, min, max }] })

test('items keep their own range, and only seven points from 1 have words', () => {
  const [seven, five, eleven] = questionsOf({
    scales: [scale(1, 7), scale(1, 5), scale(0, 10)],
  } as unknown as Parameters<typeof questionsOf>[0])
  expect(seven?.points).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(eleven?.points).toHaveLength(11)
  expect([seven, five, eleven].map((question) => question && hasWords(question))).toEqual([
    true,
    false,
    false,
  ])
})

test('statements stand with their scale, numbered through all of them', () => {
  const question = (id: string, scale: string) => ({ id, scale, text: { en: id }, points: [1, 2] })
  const scales = inScales([question('a', 's'), question('b', 's'), question('c', 't')])
  expect(scales.map(({ scale, statements }) => [scale, statements.map(({ number }) => number)])).toEqual([
    ['s', [1, 2]],
    ['t', [3]],
  ])
  expect(inScales([])).toEqual([])
})
