import type { RosterPerson } from '@chorus/db/stores/roster'
import { expect, test } from 'vitest'
import { differencesOf } from './differences.ts'
import { proposeHistory } from './propose-history.ts'
import { whyStop } from './why-stop.ts'

const units = ['top', 'a', 'b'].map((id) => ({
  id,
  parent: id === 'top' ? null : 'top',
  name: id.toUpperCase(),
}))
const person = (n: number, unit: string, email = `p${n}@test.example`) => ({
  id: `p${n}`,
  externalId: `p${n}`,
  name: `P ${n}`,
  email,
  unit,
  role: 'employee' as const,
  language: 'en',
  cuts: {},
  channel: 'online' as const,
  zone: null,
  hrUnits: null,
  leads: [],
})
const before = Array.from({ length: 100 }, (_, n) => person(n, n < 20 ? 'a' : 'b'))

async function stopOf(
  after: readonly RosterPerson[],
  tree = units,
  people: readonly RosterPerson[] = before,
) {
  const roster = { units, people, leavers: new Set<string>(), fingerprint: '' }
  const wanted = { units: tree, people: after }
  return whyStop(roster, wanted, await differencesOf(roster, wanted), proposeHistory(roster, wanted))
}

test('one in ten may leave; one more stops', async () => {
  expect(await stopOf(before.slice(0, 90))).toBeNull()
  expect(await stopOf(before.slice(0, 89))).toMatchObject({
    number: 11,
    reasons: [{ code: 'many-leave', number: 11, of: 100 }],
  })
})

test('a unit of ten or more that loses half stops, unless it became another one', async () => {
  const moved = (count: number) => before.map((one, n) => (n < count ? { ...one, unit: 'b' } : one))
  expect(await stopOf(moved(9))).toBeNull()
  expect(await stopOf(moved(10))).toMatchObject({
    number: 10,
    reasons: [{ code: 'unit-loses-half', number: 10, of: 20, unit: 'A' }],
  })
  const renamed = units.map((unit) => (unit.id === 'a' ? { ...unit, id: 'fresh' } : unit))
  expect(
    await stopOf(
      before.map((one) => (one.unit === 'a' ? { ...one, unit: 'fresh' } : one)),
      renamed,
    ),
  ).toBeNull()
})

test('one in five addresses may change; one more stops', async () => {
  const changed = (count: number) =>
    before.map((one, n) => (n < count ? { ...one, email: `new${n}@x.org` } : one))
  expect(await stopOf(changed(20))).toBeNull()
  expect(await stopOf(changed(21))).toMatchObject({ number: 21, reasons: [{ code: 'many-addresses' }] })
})

test('a first import asks nothing', async () => {
  expect(await stopOf(before, units, [])).toBeNull()
})

test('who takes the role from the last of HR, or the last administrator, is asked; from the last but one, not', async () => {
  type Role = 'hr' | 'administrator' | 'employee'
  const withRoles = (...roles: Role[]) => before.map((one, n) => ({ ...one, role: roles[n] ?? one.role }))
  expect(await stopOf(withRoles('hr'), units, withRoles('hr', 'hr'))).toBeNull()
  expect(await stopOf(withRoles('hr'), units, withRoles('hr'))).toBeNull()
  const lost = (number: number, code: string) => ({ number, reasons: [{ code, number, of: number }] })
  expect(await stopOf(before, units, withRoles('hr', 'hr'))).toMatchObject(lost(2, 'last-hr'))
  expect(await stopOf(withRoles('hr'), units, withRoles('hr', 'administrator'))).toMatchObject(
    lost(1, 'last-administrator'),
  )
  // Leaving takes the role, too.
  expect(await stopOf(before.slice(1), units, withRoles('hr'))).toMatchObject(lost(1, 'last-hr'))
})

test('HR of a part is no HR that could mend it', async () => {
  const withHr = (...parts: (readonly string[] | null)[]) =>
    before.map((one, n) => {
      const hrUnits = parts[n]
      return hrUnits === undefined ? one : { ...one, role: 'hr' as const, hrUnits }
    })
  const lost = { reasons: [{ code: 'last-hr', number: 1, of: 1 }] }
  expect(await stopOf(withHr(['a'], ['b']), units, withHr([], ['b']))).toMatchObject(lost)
  // The file says nothing of parts: they are as they were.
  expect(await stopOf(withHr(null), units, withHr([]))).toBeNull()
  expect(await stopOf(withHr(['a']), units, withHr(['a']))).toBeNull()
})

test('whoever dismisses an auditor, by another role or by leaving one out, is asked, also where others stay', async () => {
  const watching = (...who: number[]) =>
    before.map((one, n) => ({ ...one, role: who.includes(n) ? ('auditor' as const) : one.role }))
  expect(await stopOf(watching(0, 1, 2), units, watching(0, 1))).toBeNull()
  const asked = { number: 1, reasons: [{ code: 'auditors-lose-role', number: 1, of: 2, unit: null }] }
  expect(await stopOf(watching(1), units, watching(0, 1))).toMatchObject(asked)
  expect(await stopOf(watching(0, 1).slice(1), units, watching(0, 1))).toMatchObject(asked)
})
