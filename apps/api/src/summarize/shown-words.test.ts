import { expect, test } from 'vitest'
import { countText, meanText, middleOf, rateText, shareText } from './shown-words.ts'

const seven = { min: 1, max: 7 }

test('open ends are words, also on scales of other ranges', () => {
  expect([meanText({ lo: 1, hi: 1.75 }, seven), meanText({ lo: 6.25, hi: 7 }, seven)]).toEqual([
    '1.5 or less',
    '6.5 or more',
  ])
  expect(meanText({ lo: 85, hi: 100 }, { min: 0, max: 100 })).toBe('90 or more')
  expect([shareText({ lo: 0, hi: 0.15 }), shareText({ lo: 0.925, hi: 1 })]).toEqual([
    '10 % or less',
    '95 % or more',
  ])
})

test('a mean has the digits of its step, and an exact one has one', () => {
  expect([
    meanText({ lo: 5.25, hi: 5.75 }, seven),
    meanText({ lo: 4.5, hi: 4.7 }, seven),
    meanText({ lo: 3.5, hi: 4.5 }, seven),
    meanText(4.25, seven),
  ]).toEqual(['5.5', '4.6', '4', '4.3'])
})

test('a share is about its step, a rate its band', () => {
  expect([shareText({ lo: 0.55, hi: 0.65 }), shareText(0.5)]).toEqual(['about 60 %', '50 %'])
  expect(
    [{ lo: 0, hi: 0.5 }, { lo: 0.5, hi: 0.65 }, { lo: 0.65, hi: 0.8 }, { lo: 0.8, hi: 1 }, 0.725].map(
      rateText,
    ),
  ).toEqual(['below 50 %', '50 to 64 %', '65 to 79 %', '80 % and more', '73 %'])
  expect([countText(71), countText({ lo: 5, hi: 9 })]).toEqual(['71', '5 to 9'])
})

test('the middle of a band carries no dust of its halving', () => {
  expect([middleOf({ lo: 0.65, hi: 0.8 }), middleOf({ lo: 4.55, hi: 4.65 }), middleOf(0.1)]).toEqual([
    0.725, 4.6, 0.1,
  ])
})
