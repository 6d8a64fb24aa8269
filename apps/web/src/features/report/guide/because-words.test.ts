import type { ItemResult } from '@chorus/contracts/report'
import { i18n } from '@lingui/core'
import { expect, test } from 'vitest'
import german from '../../../lib/i18n/messages/de/guide.json' with { type: 'json' }
import english from '../../../lib/i18n/messages/en/guide.json' with { type: 'json' }
import shared from '../../../lib/i18n/messages/en/shared.json' with { type: 'json' }
import type { Translate } from '../../../lib/i18n/texts.ts'
import { becauseWords } from './because-words.ts'

const item: ItemResult = {
  id: 'safety-1',
  text: { en: 'A statement' },
  reversed: true,
  mean: { lo: 3.25, hi: 3.75 },
  favourable: { lo: 0.15, hi: 0.25 },
  agreement: 'weak',
  change: { verdict: 'down', difference: { lo: -1.5, hi: -0.5 } },
  answers: null,
  split: { below: 0.45, above: 0.4 },
}
const scale = { id: 's', name: 'S', min: 1, max: 7 }
const say = (reason: Parameters<typeof becauseWords>[0]['reason'], locale: 'en' | 'de' = 'en') => {
  i18n.loadAndActivate({ locale, messages: { ...shared, ...(locale === 'en' ? english : german) } })
  const t: Translate = (id, values) => i18n._(id, values)
  return becauseWords({ reason, item, scale }, t, locale)
}
const numbersIn = (text: string) => text.match(/[−+]?\d+([.,]\d+)?/g) ?? []

test('a reason says the figures of the report, as the report says them, and no other number', () => {
  expect(numbersIn(say('lowest'))).toEqual(['3.5', '1', '7'])
  expect(numbersIn(say('highest', 'de'))).toEqual(['3,5', '1', '7'])
  expect(numbersIn(say('fell'))).toEqual(['−1.5', '−0.5', '3.5', '1', '7'])
  expect(numbersIn(say('weak'))).toEqual(['3.5', '1', '7'])
  expect(numbersIn(say('split'))).toEqual(['45', '40'])
})
