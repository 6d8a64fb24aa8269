import { type Action, action } from '@chorus/contracts/actions'
import { expect, test } from 'vitest'
import { currentActions } from './current-actions.ts'

function act(title: string, state: Action['state'], changed = '2026-05-01', unit = 'here'): Action {
  return action.parse({
    id: '00000000-0000-4000-8000-000000000000',
    unit: { id: unit, name: unit },
    title,
    cause: null,
    owner: { person: null, name: 'Everybody' },
    due: '2026-06-01',
    state,
    overdue: false,
    may: 'read',
    notes: [],
    changed,
  })
}
const titles = (actions: Action[], since?: string) =>
  currentActions(actions, 'here', since).map(({ title }) => title)

test('nothing done and nothing planned is an empty list', () => {
  expect(titles([])).toEqual([])
  expect(titles([act('a', 'let go')])).toEqual([])
})

test('what was done comes first, and what the own unit does before what those above it do', () => {
  const all = [
    act('above, done', 'done', '2026-05-01', 'above'),
    act('planned', 'planned'),
    act('under way', 'under way'),
    act('done', 'done'),
  ]
  expect(titles(all)).toEqual(['done', 'under way', 'planned', 'above, done'])
})

test('what was done before the last pulse is not told again; what is open stays, however old', () => {
  const all = [act('old', 'done', '2026-04-30'), act('open', 'under way', '2026-01-01'), act('new', 'done')]
  expect(titles(all, '2026-05-01')).toEqual(['new', 'open'])
})
