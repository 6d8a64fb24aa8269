import { expect, test } from 'vitest'
import { defaultInstrument } from '../default-instrument.ts'
import { civilServicePeopleSurvey } from './civil-service-people-survey.ts'
import { comparableQuestions } from './comparable-questions.ts'

test('every question that is kept is compared with a statement of ours that is not turned round', () => {
  const compared = comparableQuestions(defaultInstrument.scales)
  expect(compared.map(({ question }) => question).sort()).toEqual(
    Object.keys(civilServicePeopleSurvey.medians).sort(),
  )
  for (const { item } of compared) expect(item).toMatchObject({ reversed: false, min: 1, max: 7 })
})

test.each([
  ['words', { text: { en: 'We can talk openly about the weather.' } }],
  ['direction', { reversed: true }],
  ['format', { max: 5 }],
])('a statement with our id and other %s is not compared', (_, difference) => {
  const scales = defaultInstrument.scales.map((scale) => ({
    ...scale,
    items: scale.items.map((item) => (item.id === 'safety-2' ? { ...item, ...difference } : item)),
  }))
  const questions = comparableQuestions(scales).map(({ question }) => question)
  expect(questions).not.toContain('safe-to-challenge')
  expect(questions).toContain('supported-if-try-new-idea')
})

test('the attribution names both licences', () => {
  expect(civilServicePeopleSurvey.attribution).toMatch(/Open Government Licence v3\.0.*CC BY 4\.0/)
})
