import { actionCause } from '@chorus/contracts/actions'
import { expect, test } from 'vitest'
import { causeOf, keptKey, keyOf, resultsToChoose } from './cause-choice.ts'

const result = (wave: string, scale: string) => ({ wave, label: wave, scale, name: scale })
const newest = [result('w2', 'safety'), result('w2', 'belonging')]

test('a chosen result is sent by its wave and scale alone, and words only where none is chosen', () => {
  expect(causeOf(newest, keyOf(result('w2', 'belonging')), 'never mind')).toEqual({
    kind: 'scale',
    wave: 'w2',
    scale: 'belonging',
  })
  expect(causeOf(newest, '', 'Meetings run over')).toEqual({ kind: 'words', text: 'Meetings run over' })
  expect(causeOf(newest, '', '')).toBe(null)
})

test('what another page gave stays the cause, as long as nothing else is chosen', () => {
  const id = '00000000-0000-4000-8000-000000000001'
  const review = { kind: 'review' as const, id, title: 'The failed release' }
  expect(causeOf(newest, keptKey, '', review)).toEqual(review)
  expect(causeOf(newest, '', 'Meetings', review)).toEqual({ kind: 'words', text: 'Meetings' })
})

test('the result that an action answers stays to choose from when there is a newer wave', () => {
  expect(resultsToChoose(newest, null)).toEqual(newest)
  expect(resultsToChoose(newest, { kind: 'words', text: 'x' })).toEqual(newest)
  const before = result('00000000-0000-4000-8000-000000000001', 'safety')
  const cause = actionCause.parse({ kind: 'scale', ...before })
  expect(resultsToChoose(newest, cause).map(keyOf)).toEqual([...newest, before].map(keyOf))
})
