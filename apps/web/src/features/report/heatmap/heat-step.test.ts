import { expect, test } from 'vitest'
import { heatKey, heatStep } from './heat-step.ts'

const seven = { min: 1, max: 7 }

test('the ends and the middle of the answers have the ends and the middle of the colours, in every format', () => {
  for (const range of [seven, { min: 1, max: 5 }, { min: 0, max: 10 }, { min: 0, max: 4 }]) {
    expect(heatStep(range.min, range)).toBe(0)
    expect(heatStep(range.max, range)).toBe(6)
    expect(heatStep((range.min + range.max) / 2, range)).toBe(3)
  }
})

test('a mean has the colour of the nearest answer, a half the one above, whatever its middle was rounded to', () => {
  expect([1.4, 2.6, 4.4, 4.6, 6.4].map((mean) => heatStep(mean, seven))).toEqual([0, 2, 3, 4, 5])
  expect(heatStep({ lo: 4.4, hi: 4.6 }, seven)).toBe(4)
  expect(heatStep({ lo: 4.3999999999, hi: 4.5999999999 }, seven)).toBe(4)
})

test('open ends have the outermost colours', () => {
  expect(heatStep({ lo: 1, hi: 1.75 }, seven)).toBe(0)
  expect(heatStep({ lo: 6.25, hi: 7 }, seven)).toBe(6)
})

test('the key says which answer a colour stands for', () => {
  expect(heatKey(seven).map(({ answer }) => answer)).toEqual([1, 2, 3, 4, 5, 6, 7])
  expect(heatKey({ min: 1, max: 5 })).toEqual([
    { colour: 0, answer: 1 },
    { colour: 2, answer: 2 },
    { colour: 3, answer: 3 },
    { colour: 5, answer: 4 },
    { colour: 6, answer: 5 },
  ])
  for (const { colour, answer } of heatKey(seven)) expect(heatStep(answer, seven)).toBe(colour)
})
