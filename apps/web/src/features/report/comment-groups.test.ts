import type { UnitComments } from '@chorus/contracts/report'
import { expect, test } from 'vitest'
import { commentGroups, type Grouping } from './comment-groups.ts'

const about = (text: string, ...themes: UnitComments['scales'][number]['comments'][number]['themes']) => ({
  id: text,
  text,
  answerable: true,
  themes,
})
const scales: UnitComments['scales'] = [
  {
    id: 'safety',
    name: 'Safety',
    comments: [
      about('Meetings again', { theme: 'meetings', words: ['Meetings'] }),
      about('Nothing'),
      about('Pay and meetings', { theme: 'meetings', words: ['meetings'] }, { theme: 'pay', words: ['Pay'] }),
    ],
  },
  { id: 'belonging', name: 'Belonging', comments: [] },
  {
    id: 'learning',
    name: 'Learning',
    comments: [
      about('More pay', { theme: 'pay', words: ['pay'] }),
      about('A meeting', { theme: 'meetings', words: ['meeting'] }),
    ],
  },
]

function brief(grouping: Grouping, search = '') {
  const { groups, found, all } = commentGroups(scales, grouping, search)
  const lists = groups.map(({ of, comments }) => [
    'scale' in of ? of.scale.id : of.theme,
    ...comments.map(({ pieces, because }) =>
      [pieces.map(({ text }) => text).join(''), ...because].join('; '),
    ),
  ])
  return { lists, of: `${found} of ${all}` }
}

test('by scale every list is there, also one that is protected, in the order in which all read it', () => {
  expect(brief('scale')).toEqual({
    lists: [
      ['safety', 'Meetings again', 'Nothing', 'Pay and meetings'],
      ['belonging'],
      ['learning', 'More pay', 'A meeting'],
    ],
    of: '5 of 5',
  })
})

test('by theme a comment stands under each theme with the words that say so, the largest theme first, others last', () => {
  expect(brief('theme').lists).toEqual([
    ['meetings', 'Meetings again; Meetings', 'Pay and meetings; meetings', 'A meeting; meeting'],
    ['pay', 'Pay and meetings; Pay', 'More pay; pay'],
    ['other', 'Nothing'],
  ])
})

test('a search leaves comments that hold it, counts each once, and shows no group without any', () => {
  expect(brief('scale', 'PAY')).toEqual({
    lists: [
      ['safety', 'Pay and meetings'],
      ['learning', 'More pay'],
    ],
    of: '2 of 5',
  })
  expect(brief('theme', 'pay').of).toBe('2 of 5')
  expect(brief('theme', 'no such word')).toEqual({ lists: [], of: '0 of 5' })
})

test('grouping tells nothing that the lists do not: the same comments, none more and none fewer', () => {
  const texts = (grouping: Grouping) =>
    new Set(brief(grouping).lists.flatMap(([, ...comments]) => comments.map((one) => one.split(';')[0])))
  expect(texts('theme')).toEqual(texts('scale'))
})
