import type { ItemResult } from '@chorus/contracts/report'
import { expect, test } from 'vitest'
import { askedQuestion } from './asked-question.ts'

const wave = {
  id: 'w2',
  label: 'Oct 2026',
  closed: '2026-10-29',
  n: null,
  invited: null,
  responseRate: null,
  imported: false,
  comments: false,
}
const item: ItemResult = {
  id: 'a',
  text: { en: 'A' },
  reversed: false,
  mean: 3,
  favourable: null,
  agreement: null,
  change: null,
  answers: null,
  split: null,
}

test('an action answers the scale of the statement, in the wave that showed it', () => {
  const scale = { id: 'belonging', name: { en: 'Belonging', de: 'Zugehörigkeit' }, min: 1, max: 7 }
  const because = { reason: 'lowest' as const, item, scale }
  expect(askedQuestion({ topic: 'belonging', ask: '1', because }, 'Why?', wave, 'de')).toEqual({
    words: 'Why?',
    title: 'Zugehörigkeit: ',
    cause: { kind: 'scale', wave: 'w2', label: 'Oct 2026', scale: 'belonging', name: scale.name },
  })
})

test('after a general question an action answers the question', () => {
  expect(askedQuestion({ topic: 'general', ask: '1', because: null }, 'Why?', wave, 'en')).toEqual({
    words: 'Why?',
    title: '',
    cause: { kind: 'words', text: 'Why?' },
  })
})
