import { expect, test } from 'vitest'
import { watcherFaults } from './watcher-faults.ts'

const watching = new Map([
  ['anna', { role: 'auditor' as const, email: 'anna@test.example' }],
  ['hugo', { role: 'hr' as const, email: 'hugo@test.example' }],
])
const concernReaders = new Map([['rosa', 'rosa@test.example']])
const codes = (rows: Record<string, 'employee' | 'hr' | 'auditor'>, secondPerson: boolean) =>
  watcherFaults(
    Object.entries(rows).map(([personId, role], at) => ({
      personId,
      role,
      email: `${personId}@test.example`,
      line: at + 2,
    })),
    'people.csv',
    true,
    { watching, concernReaders, secondPerson },
  ).faults.map(({ line, code }) => [line, code])

test('nobody goes from HR to watching over it, or back', () => {
  expect(codes({ hugo: 'auditor', anna: 'hr' }, false)).toEqual([
    [2, 'hr-and-auditor'],
    [3, 'hr-and-auditor'],
  ])
  expect(codes({ hugo: 'employee', anna: 'employee', emil: 'auditor' }, false)).toEqual([])
})

test('where a second person is needed, a file neither appoints nor dismisses who would agree', () => {
  expect(codes({ anna: 'employee', emil: 'auditor', hugo: 'hr' }, true)).toEqual([
    [2, 'auditor-needs-second-person'],
    [3, 'auditor-needs-second-person'],
  ])
  expect(codes({ anna: 'auditor', hugo: 'employee' }, true)).toEqual([])
})

test('where a second person is needed, a file gives who would agree no other address, also a file that says no roles', () => {
  const moved = { personId: 'anna', role: 'auditor' as const, email: 'hugo2@test.example', line: 2 }
  const found = (saysRoles: boolean, secondPerson: boolean, email = moved.email) =>
    watcherFaults([{ ...moved, email }], 'people.csv', saysRoles, {
      watching,
      concernReaders,
      secondPerson,
    }).faults.map(({ code }) => code)
  expect(found(true, true)).toEqual(['auditor-address'])
  expect(found(false, true)).toEqual(['auditor-address'])
  expect(found(true, false)).toEqual([])
  expect(found(true, true, 'anna@test.example')).toEqual([])
})

test('where a second person is needed, a file gives nobody another address who reads concerns', () => {
  const found = (email: string, secondPerson: boolean) =>
    watcherFaults([{ personId: 'rosa', role: 'employee', email, line: 2 }], 'people.csv', false, {
      watching,
      concernReaders,
      secondPerson,
    }).faults.map(({ code }) => code)
  expect(found('hugo2@test.example', true)).toEqual(['trusted-address'])
  expect(found('hugo2@test.example', false)).toEqual([])
  expect(found('rosa@test.example', true)).toEqual([])
})
