import { expect, test } from 'vitest'
import { emptyDraft, suggestedPolicy, suggestedRhythm } from './first-draft.ts'
import { doneSteps, isReachable, steps } from './way.ts'

const organisation = { name: 'Test', people: 20, units: 3, cuts: [] }

test('at first only the first step is open', () => {
  const done = doneSteps(emptyDraft, { organisation })
  expect(steps.filter((step) => isReachable(step, done))).toEqual(['organisation'])
})

test('without people nothing after them can be reached, however much is said', () => {
  const draft = { ...emptyDraft, name: 'Pulse', instrument: 'one', rhythm: suggestedRhythm(new Date(0)) }
  const done = doneSteps(draft, { organisation: { ...organisation, people: 0 } })
  expect(steps.filter((step) => isReachable(step, done))).toEqual(['organisation', 'people'])
})

test('the start is reached when the preview was gone on from', () => {
  const draft = {
    ...emptyDraft,
    name: 'Pulse',
    instrument: 'one',
    rhythm: suggestedRhythm(new Date(0)),
    policy: suggestedPolicy,
  }
  expect(isReachable('start', doneSteps({ ...draft, step: 'preview' }, { organisation }))).toBe(false)
  expect(isReachable('start', doneSteps({ ...draft, step: 'start' }, { organisation }))).toBe(true)
})
