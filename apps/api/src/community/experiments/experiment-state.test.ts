import { expect, test } from 'vitest'
import { experimentState } from './experiment-state.ts'

const planned = { programme: 'p', fromDay: '2026-03-10', toDay: '2026-04-10', lesson: null }
const close = (day: string, programme = 'p') => ({ label: 'May', day, programme })

test('it runs from its first day to its last', () => {
  const on = (day: string) => experimentState(planned, day, [])
  expect(['2026-03-09', '2026-03-10', '2026-04-10', '2026-04-11'].map(on)).toEqual([
    'planned',
    'running',
    'running',
    'ended',
  ])
})

test('it waits for a wave that closed in its window and is not published, and for no other one', () => {
  const with_ = (...awaited: ReturnType<typeof close>[]) => experimentState(planned, '2026-04-12', awaited)
  expect(with_(close('2026-04-10'))).toBe('waiting')
  expect(with_(close('2026-04-11'), close('2026-04-01', 'another programme'))).toBe('ended')
})

test('it is learned once somebody told what came of it', () => {
  const told = { ...planned, lesson: '00000000-0000-4000-8000-000000000000' }
  expect(experimentState(told, '2026-04-12', [])).toBe('learned')
})
