import type { TrendPoint } from '@chorus/contracts/report'
import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import german from '../../lib/i18n/messages/de/report.json' with { type: 'json' }
import english from '../../lib/i18n/messages/en/report.json' with { type: 'json' }
import type { Translate } from '../../lib/i18n/texts.ts'
import { headlineClauses, headlineSentence } from './headline.ts'

type Verdict = 'up' | 'down' | 'no change shown' | 'too few'

function scale(en: string, de: string, verdict: Verdict | null | 'protected') {
  const point: TrendPoint =
    verdict === 'protected'
      ? { status: 'protected', wave: 'w' }
      : {
          status: 'published',
          wave: 'w',
          n: { lo: 10, hi: 14 },
          mean: { lo: 4.75, hi: 5.25 },
          interval: null,
          favourable: null,
          agreement: null,
          startsAnew: false,
          newGroup: false,
          change: verdict && { verdict, difference: { lo: 0.5, hi: 1.5 }, smallestSeen: 0.5, size: null },
        }
  return { name: { en, de }, points: [point] }
}
const safety = (verdict: Verdict | null | 'protected') =>
  scale('Psychological safety', 'Psychologische Sicherheit', verdict)
const belonging = (verdict: Verdict | null | 'protected') => scale('Belonging', 'Zugehörigkeit', verdict)

function say(locale: 'en' | 'de', scales: ReturnType<typeof scale>[]): string {
  i18n.loadAndActivate({ locale, messages: locale === 'en' ? english : german })
  const t: Translate = (id, values) => i18n._(id, values)
  return headlineSentence(headlineClauses(scales), t, locale)
}

test('what moved stands first, and what shows no change is not called unchanged', () => {
  expect(say('en', [safety('no change shown'), belonging('up')])).toBe(
    'Belonging rose, more than chance would explain; no change shown for psychological safety.',
  )
})

test('scales with the same verdict share a clause', () => {
  expect(say('en', [safety('down'), belonging('down')])).toBe(
    'Psychological safety and belonging fell, more than chance would explain.',
  )
})

test('a protected wave says so and nothing else', () => {
  expect(say('en', [safety('protected'), belonging('protected')])).toBe(
    'The latest wave is protected for psychological safety and belonging.',
  )
})

test('the first wave has nothing to be compared with', () => {
  expect(say('en', [safety(null)])).toBe('Nothing to compare with yet for psychological safety.')
})

test('too few answers for a comparison are no verdict', () => {
  expect(say('en', [safety('too few')])).toBe('Too few answers to compare psychological safety.')
})

test('a unit without scales has no headline', () => {
  expect(say('en', [])).toBe('')
})

test('the German sentence agrees in number', () => {
  expect(say('de', [safety('up')])).toBe(
    'Psychologische Sicherheit ist gestiegen, stärker als der Zufall erklären würde.',
  )
  expect(say('de', [safety('up'), belonging('up')])).toBe(
    'Psychologische Sicherheit und Zugehörigkeit sind gestiegen, stärker als der Zufall erklären würde.',
  )
})
