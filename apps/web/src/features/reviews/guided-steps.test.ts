import type { Review } from '@chorus/contracts/reviews'
import { expect, test } from 'vitest'
import { firstOpenStep } from './guided-steps.ts'

const parts: Review['parts'] = {
  basics: {
    title: 'The hall that was locked',
    about: '',
    impact: '',
    began: '2026-03-01',
    ended: '2026-03-01',
    due: '2026-03-16',
    language: 'en',
    audience: 'unit',
  },
  timeline: { moments: [] },
  decisions: { decisions: [] },
  factors: { factors: [] },
  repair: { noticed: null, restored: null, how: '' },
  lessons: { lessons: [] },
}
const review: Review = {
  id: '6b3d5a4e-1111-4222-8333-444455556666',
  state: 'draft',
  unit: { id: null, name: 'Hall' },
  openedBy: null,
  facilitator: null,
  participants: [],
  opened: '2026-03-02T09:00:00.000Z',
  shared: null,
  overdue: false,
  parts,
  revisions: { basics: 1, timeline: 1, decisions: 1, factors: 1, repair: 1, lessons: 1 },
  actions: [],
  may: { write: true, move: true, takeBack: true },
}

test('a review that was just opened begins with what it is about', () => {
  expect(firstOpenStep(review)).toBe('basics')
})

test('whoever comes back goes on where nothing stands yet, also where a later step is written', () => {
  const basics = { ...parts.basics, about: 'Nobody had the key.' }
  const lessons = { lessons: [{ text: 'Two keys.', lesson: null }] }
  expect(firstOpenStep({ ...review, parts: { ...parts, basics, lessons } })).toBe('people')
})
