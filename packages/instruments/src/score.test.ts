import { expect, test } from 'vitest'
import { defaultInstrument } from './default-instrument.ts'
import { blocksOf, oriented } from './score.ts'

const [safety] = defaultInstrument.scales
const blocks = blocksOf(defaultInstrument.scales)

test('a scale and its items are one block; every outcome item is a block of its own', () => {
  expect(blocks.map((block) => block.id)).toEqual([
    'psychological-safety',
    'belonging',
    'learning-from-mistakes',
    'standards',
    'leader-as-model',
    'learning-community',
    'outcome-engagement',
    'outcome-new-ideas',
    'outcome-problems-solved-early',
    'outcome-team-spirit',
    'follow-through-1',
  ])
})

test('the measures of a scale are the scale and then its items, with their range', () => {
  expect(blocks[1]?.measures.map((m) => [m.type, m.id, m.min, m.max])).toEqual([
    ['scale', 'belonging', 1, 7],
    ['item', 'belonging-1', 1, 7],
    ['item', 'belonging-2', 1, 7],
    ['item', 'belonging-3', 1, 7],
    ['item', 'belonging-4', 1, 7],
    ['item', 'belonging-5', 1, 7],
  ])
})

test('a reversed answer is mirrored inside its own range', () => {
  const [reversed, plain] = safety?.items ?? []
  if (!reversed || !plain) throw new Error('the safety scale has items')
  expect([oriented(reversed, 2), oriented(plain, 2), oriented({ ...reversed, min: 0, max: 4 }, 4)]).toEqual([
    6, 2, 0,
  ])
})
