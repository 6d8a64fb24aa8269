import { expect, test } from 'vitest'
import { pageMemory } from '../../lib/device/list.ts'
import { lessonDraftsIn } from './lesson-draft.ts'

const draft = {
  id: 'ada',
  kind: 'went wrong',
  title: 'A title',
  happened: '',
  learned: '',
  now: '',
  tags: ['release'],
  goal: '',
  language: 'de',
  unit: 'red',
  audience: 'unit',
  leadersOwn: false,
}

test('a draft is found again by whose it is, and by nobody else', () => {
  const storage = pageMemory()
  storage.setItem('chorus.lesson-drafts', JSON.stringify([draft]))
  expect(lessonDraftsIn(storage).find('ada')).toEqual(draft)
  expect(lessonDraftsIn(storage).find('bo')).toBeUndefined()
})

test.each([
  ['a language that is none', { language: 'xx' }],
  ['a kind that is none', { kind: 'gossip' }],
  ['tags that are no words', { tags: [1] }],
  ['a title that is missing', { title: undefined }],
])('what an older version kept is left alone: %s', (_, change) => {
  const storage = pageMemory()
  storage.setItem('chorus.lesson-drafts', JSON.stringify([{ ...draft, ...change }]))
  expect(lessonDraftsIn(storage).all()).toEqual([])
})
