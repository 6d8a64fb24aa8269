import { expect, test } from 'vitest'
import { keepUnsaid } from './keep-unsaid.ts'

const now = {
  externalId: '1',
  name: 'Ada',
  email: 'a@x.org',
  unit: 'a',
  role: 'employee' as const,
  language: 'en',
  cuts: {},
  channel: 'online' as const,
  zone: null,
  hrUnits: null,
  leads: [],
}
const then = {
  ...now,
  id: 'row',
  role: 'hr' as const,
  language: 'de',
  cuts: { place: 'North', tenure: 'short' },
  channel: 'paper' as const,
  leads: ['a', 'gone'],
}
const units = [{ id: 'a', parent: null, name: 'A' }]
const kept = async (...meanings: string[]) =>
  (await keepUnsaid({ units, people: [now] }, { people: [then] }, meanings)).people[0]

test('a file without columns for it takes nobody’s role, units, language, channel or attributes', async () => {
  const { role, language, cuts, channel } = then
  expect(await kept('person_id', 'name', 'email', 'unit_id')).toEqual({
    ...now,
    role,
    language,
    cuts,
    channel,
    leads: ['a'],
  })
})

test('what a file says is taken, also where it says nothing of a person', async () => {
  expect(await kept('role', 'manages', 'language', 'channel', 'cut:place', 'unit_id')).toEqual({
    ...now,
    cuts: { tenure: 'short' },
  })
  expect((await kept('manager'))?.leads).toEqual([])
})

test('a newcomer is an employee', async () => {
  expect((await keepUnsaid({ units, people: [now] }, { people: [] }, [])).people).toEqual([now])
})
