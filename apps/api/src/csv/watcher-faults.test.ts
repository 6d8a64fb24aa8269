import { expect, test } from 'vitest'
import { watcherFaults } from './watcher-faults.ts'

const watching = new Map([
  ['anna', 'auditor' as const],
  ['hugo', 'hr' as const],
])
const codes = (rows: Record<string, 'employee' | 'hr' | 'auditor'>, secondPerson: boolean) =>
  watcherFaults(
    Object.entries(rows).map(([personId, role], at) => ({ personId, role, line: at + 2 })),
    'people.csv',
    { watching, secondPerson },
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
