import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import german from '../i18n/messages/de/shell.json' with { type: 'json' }
import english from '../i18n/messages/en/shell.json' with { type: 'json' }
import type { Translate } from '../i18n/texts.ts'
import {
  bandOf,
  middleOf,
  showCount,
  showDifference,
  showInterval,
  showMean,
  showRate,
  showShare,
} from './figures.ts'

function inLocale<T>(locale: 'en' | 'de', say: (t: Translate) => T): T {
  i18n.loadAndActivate({ locale, messages: locale === 'en' ? english : german })
  return say((id, values) => i18n._(id, values))
}

const seven = { min: 1, max: 7 }
const mean = (lo: number, hi: number, range = seven, locale: 'en' | 'de' = 'en') =>
  inLocale(locale, (t) => showMean({ lo, hi }, range, t, locale))

test('the open ends of a scale are words, in both languages', () => {
  expect([mean(1, 1.75), mean(6.25, 7)]).toEqual(['1.5 or less', '6.5 or more'])
  expect([mean(1, 1.15), mean(6.7, 7)]).toEqual(['1.1 or less', '6.8 or more'])
  expect([mean(1, 1.75, seven, 'de'), mean(6.25, 7, seven, 'de')]).toEqual([
    '1,5 oder weniger',
    '6,5 oder mehr',
  ])
})

test('a mean is the middle of its step in the digits of the step', () => {
  expect([mean(5.25, 5.75), mean(4.5, 4.7), mean(4.55, 4.65), mean(3.5, 4.5)]).toEqual([
    '5.5',
    '4.6',
    '4.6',
    '4',
  ])
  expect(mean(4.5, 4.7, seven, 'de')).toBe('4,6')
})

test('scales of other ranges have steps of their own', () => {
  const hundred = { min: 0, max: 100 }
  expect([mean(0, 15, hundred), mean(55, 65, hundred), mean(85, 100, hundred)]).toEqual([
    '10 or less',
    '60',
    '90 or more',
  ])
})

test('a count is a whole number or a range of them', () => {
  expect([showCount(71, 'en'), showCount({ lo: 10, hi: 14 }, 'en')]).toEqual(['71', '10–14'])
})

test('a share is its step in percent; none and one, all and all but one look the same', () => {
  const show = (lo: number, hi: number, locale: 'en' | 'de' = 'en') =>
    inLocale(locale, (t) => showShare({ lo, hi }, t, locale))
  expect([show(0, 0.15), show(0.55, 0.65), show(0.85, 1)]).toEqual(['10% or less', '60%', '90% or more'])
  expect([show(0, 0.075), show(0.525, 0.575), show(0.925, 1)]).toEqual(['5% or less', '55%', '95% or more'])
  expect(show(0, 0.15, 'de')).toBe('10\u00a0% oder weniger')
})

test('a response rate is one of four bands, or exact', () => {
  const show = (rate: number | { lo: number; hi: number }, locale: 'en' | 'de' = 'en') =>
    inLocale(locale, (t) => showRate(rate, t, locale))
  expect([
    show({ lo: 0, hi: 0.5 }),
    show({ lo: 0.5, hi: 0.65 }),
    show({ lo: 0.65, hi: 0.8 }),
    show({ lo: 0.8, hi: 1 }),
    show(0.725),
  ]).toEqual(['below 50%', '50–64%', '65–79%', '80% and more', '73%'])
  expect(show({ lo: 0, hi: 0.5 }, 'de')).toBe('unter 50\u00a0%')
})

test('a difference has a sign, a true minus, and none when it is zero', () => {
  expect([0.42, -0.42, 0].map((value) => showDifference(value, 'en'))).toEqual(['+0.4', '−0.4', '0.0'])
  expect(showDifference({ lo: -0.2, hi: 0.6 }, 'en')).toBe('−0.2…+0.6')
})

test('an interval is a range', () => {
  expect(showInterval({ lo: 3.94, hi: 4.1 }, 'en')).toBe('3.9–4.1')
})

test('a band is drawn at its middle; an exact figure is a band without width', () => {
  expect([middleOf({ lo: 4, hi: 5 }), middleOf(4.2)]).toEqual([4.5, 4.2])
  expect(bandOf(4.2)).toEqual({ lo: 4.2, hi: 4.2 })
})

test('among words from right to left, signs and ranges stay in the order in which they are written', () => {
  const isolated = (text: string) => `\u2066${text}\u2069`
  expect(showCount({ lo: 10, hi: 14 }, 'ar')).toBe(isolated('10–14'))
  expect(showInterval({ lo: 4.2, hi: 5.1 }, 'ar')).toBe(isolated('4.2–5.1'))
  expect(showCount(71, 'ar')).toBe('71')
})
