import { expect, test } from 'vitest'
import { rhythm } from './rhythm.ts'

const weekly = {
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 1, weekday: 1 },
  opensAt: '09:00',
  from: '2026-01-01',
  windowDays: 4,
  closesAt: '17:00',
  reminderDays: [2],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'move',
  paused: false,
}
const monthly = { unit: 'month', count: 1, on: { kind: 'day', day: 31 } }

test.each([
  {},
  { windowDays: 7, closesAt: '09:00' },
  { every: monthly, windowDays: 28, closesAt: '09:00' },
  { every: { unit: 'month', count: 3, on: { kind: 'weekday', nth: 'last', weekday: 5 } }, windowDays: 60 },
  { rests: [{ name: 'One day', from: '2026-05-01', to: '2026-05-01' }] },
  { zone: 'UTC', reminderDays: [] },
])('%j is a rhythm', (change) => {
  expect(rhythm.safeParse({ ...weekly, ...change }).error?.issues).toBeUndefined()
})

test.each([
  [{ windowDays: 7 }, 'windowDays', 'at least 7 days'],
  [{ every: monthly, windowDays: 29 }, 'windowDays', 'at least 28 days'],
  [{ windowDays: 0, reminderDays: [] }, 'windowDays', 'at least 1 day'],
  [{ reminderDays: [5] }, 'reminderDays.0', 'closed 5 days after'],
  [{ reminderDays: [3, 2] }, 'reminderDays', 'later day than the first'],
  [{ reminderDays: [1, 2, 3] }, 'reminderDays', 'at most two reminders'],
  [{ zone: '+01:00' }, 'zone', 'such as Europe/Zurich'],
  [{ zone: 'Europe/Zurych' }, 'zone', 'such as Europe/Zurich'],
  [{ opensAt: '24:00' }, 'opensAt', 'from 00:00 to 23:59'],
  [{ from: '2026-02-30' }, 'from', 'has the form 2026-03-29'],
  [{ from: '1999-12-31' }, 'from', 'between 2000 and 2199'],
  [{ rests: [{ name: 'Easter', from: '2026-04-06', to: '2026-04-03' }] }, 'rests.0.to', 'before the first'],
  [{ workdays: [] }, 'workdays', 'at least one day'],
  [{ workdays: [5, 1] }, 'workdays', 'rising order'],
])('%j is refused with its place and a remedy', (change, place, words) => {
  const issues = rhythm.safeParse({ ...weekly, ...change }).error?.issues ?? []
  expect(issues.map((issue) => issue.path.join('.'))).toEqual([place])
  expect(issues[0]?.message).toContain(words)
})

test('a misspelt field is refused', () => {
  expect(rhythm.safeParse({ ...weekly, holidays: [] }).success).toBe(false)
})
