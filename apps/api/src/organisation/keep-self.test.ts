import { expect, test } from 'vitest'
import { keepSelf, ownNumber } from './keep-self.ts'

const person = (externalId: string, email: string, role: 'hr' | 'employee' = 'employee', unit = 'red') => ({
  externalId,
  name: 'Somebody',
  email,
  unit,
  role,
  language: 'en',
  cuts: {},
  channel: 'online' as const,
  zone: null,
  leads: [],
  hrUnits: null,
})
const me = { ...person('me', 'me@test.example', 'hr', 'old'), id: 'id of me' }
const other = { ...person('7', 'other@test.example'), id: 'id of another' }
const roster = { people: [me, other], leavers: new Set(['9']) }
const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'red', parent: 'top', name: 'Red' },
]
const file = (...people: ReturnType<typeof person>[]) => ({ units, people })

test('whoever imports a file without themselves stays, with their role, at the top where their unit goes', () => {
  const { wanted, you } = keepSelf(file(person('1', 'one@test.example')), roster, me.id)
  expect(you).toBe('kept')
  expect(wanted.people.map(({ externalId, role, unit }) => [externalId, role, unit])).toEqual([
    ['1', 'employee', 'red'],
    ['me', 'hr', 'top'],
  ])
})

test('whoever is named with a lesser role keeps the own one; all else is as the file says', () => {
  const { wanted, you } = keepSelf(file(person('me', 'new@test.example')), roster, me.id)
  expect(you).toBe('role-kept')
  expect(wanted.people).toEqual([person('me', 'new@test.example', 'hr')])
})

test('others leave and lose roles as the file says, and on the command line everybody does', () => {
  const wanted = file(person('me', 'me@test.example', 'hr'))
  expect(keepSelf(wanted, roster, me.id)).toEqual({ wanted, you: 'named' })
  const empty = file()
  expect(keepSelf(empty, roster, null)).toEqual({ wanted: empty, you: 'named' })
})

test('a file that gives the address of whoever imports to somebody else is followed', () => {
  const wanted = file(person('7', 'me@test.example'))
  expect(ownNumber(roster, wanted, me.id)).toBeNull()
  expect(keepSelf(wanted, roster, me.id)).toEqual({ wanted, you: 'named' })
})

test('by the own address one is found under another number, unless that was ever somebody else’s', () => {
  const named = (number: string) => ownNumber(roster, file(person(number, 'me@test.example')), me.id)
  expect(named('1001')).toEqual({ id: me.id, externalId: '1001' })
  expect([named('me'), named('7'), named('9')]).toEqual([null, null, null])
})
