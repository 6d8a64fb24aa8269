import type { ScaleStatistics } from '@chorus/contracts/organisation-statistics'
import { expect, test } from 'vitest'
import type { Translate } from '../../../lib/i18n/texts.ts'
import { scaleSentences, showTwo } from './in-words.ts'

const needs = { answers: 100, teams: 10, teamAnswers: 5 }
const t: Translate = (id, values) => (values?.why === undefined ? id : `${id} (${values.why})`)

const teams = {
  teams: { lo: 20, hi: 29 },
  icc1: { value: 0.1, interval: { lo: 0.02, hi: 0.2 } },
  icc2: { value: 0.5 },
  f: 2,
  designEffect: 1.9,
  differ: true,
}
const agreement = { teams: { lo: 20, hi: 29 }, uniform: 0.8, slightSkew: { value: 0.7 } }
const words = (changed: Partial<Pick<ScaleStatistics, 'omega' | 'teams' | 'agreement'>>) =>
  scaleSentences({ omega: { value: 0.8, interval: null }, teams, agreement, ...changed }, needs, t, 'en')

test('each kind of figure has its sentence', () => {
  expect(words({})).toEqual([
    'reliability.measures.well',
    'reliability.teams.differ',
    'reliability.agree.strong',
  ])
})

test('omega is called well from .80, fair from .70, poor below', () => {
  const first = (value: number) => words({ omega: { value, interval: null } })[0]
  expect([first(0.79), first(0.7), first(0.69)]).toEqual([
    'reliability.measures.fairly',
    'reliability.measures.fairly',
    'reliability.measures.poorly',
  ])
})

test('where teams do not differ detectably it says that a ranking would be one of chance', () => {
  expect(words({ teams: { ...teams, differ: false } })).toContain('reliability.teams.level')
})

test('what is absent says why, and one reason is not said twice', () => {
  const few = { absent: 'too-few-teams' } as const
  expect(words({ teams: few, agreement: few })).toEqual([
    'reliability.measures.well',
    'reliability.teams.absent (reliability.why.too-few-teams)',
  ])
  expect(words({ agreement: { absent: 'too-alike' } })[2]).toBe(
    'reliability.agree.absent (reliability.why.too-alike)',
  )
})

test('agreement that courtesy could explain is said to be so', () => {
  expect(words({ agreement: { ...agreement, slightSkew: { value: 0.41 } } })).toContain(
    'reliability.agree.pseudo',
  )
  expect(words({ agreement: { ...agreement, slightSkew: { absent: 'no-reference' } } })).toHaveLength(3)
})

test('two decimals, as released, with a true minus', () => {
  expect([showTwo(0.9, 'en'), showTwo(-0.03, 'de')]).toEqual(['0.90', '−0,03'])
})
