import { expect, test } from 'vitest'
import { bandOf, middleOf, showCount, showDifference, showFigure, showShare } from './figures.ts'

test('an exact mean is shown with one decimal, in the signs of the language', () => {
  expect([showFigure(5, 'en'), showFigure(4.25, 'de')]).toEqual(['5.0', '4,3'])
})

test('a band is shown as a range, and as one number when both ends look the same', () => {
  expect(showFigure({ lo: 3.9, hi: 4.1 }, 'en')).toBe('3.9–4.1')
  expect(showFigure({ lo: 4.01, hi: 4.02 }, 'en')).toBe('4.0')
})

test('a count is a whole number or a range of them', () => {
  expect([showCount(71, 'en'), showCount({ lo: 10, hi: 14 }, 'en')]).toEqual(['71', '10–14'])
})

test('a share is shown in percent, with the sign once', () => {
  expect(showShare(0.845, 'en')).toBe('85%')
  expect(showShare({ lo: 0.65, hi: 0.79 }, 'en')).toBe('65–79%')
  expect(showShare({ lo: 0.65, hi: 0.79 }, 'de')).toBe('65–79\u00a0%')
  expect(showShare({ lo: 0, hi: 0 }, 'en')).toBe('0%')
})

test('a difference has a sign, a true minus, and none when it is zero', () => {
  expect([0.42, -0.42, 0].map((value) => showDifference(value, 'en'))).toEqual(['+0.4', '−0.4', '0.0'])
  expect(showDifference({ lo: -0.2, hi: 0.6 }, 'en')).toBe('−0.2…+0.6')
})

test('a band is drawn at its middle; an exact figure is a band without width', () => {
  expect([middleOf({ lo: 4, hi: 5 }), middleOf(4.2)]).toEqual([4.5, 4.2])
  expect(bandOf(4.2)).toEqual({ lo: 4.2, hi: 4.2 })
})
