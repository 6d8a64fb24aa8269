import type { UnitChanges } from '@chorus/contracts/unit-changes'
import { listEvents } from '@chorus/db/stores/audit-trail'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/api/organisation${url}`,
    headers: { cookie: hr },
    ...(payload && { payload }),
  })
const noted = async () => (await ask('GET', '/unit-changes')).json<UnitChanges>()
const day = () => running.clock.now.toISOString().slice(0, 'yyyy-mm-dd'.length)
const events = async (action: string) =>
  (await listEvents(running.database.office, running.organisation, {}, 100)).filter(
    (one) => one.action === action,
  )

test('a change is noted with the names of the organisation, stands in the trail, and can be removed', async () => {
  const merged = { day: '2026-01-15', kind: 'merged', from: ['red', 'blue'], to: ['red'] }
  const { id } = (await ask('POST', '/unit-changes', merged)).json()
  const { changes, units } = await noted()
  expect(changes).toEqual([
    {
      id,
      day: '2026-01-15',
      kind: 'merged',
      from: [
        { id: 'red', name: 'Red' },
        { id: 'blue', name: 'Blue' },
      ],
      to: [{ id: 'red', name: 'Red' }],
    },
  ])
  expect(units).toContainEqual({ id: 'tiny', name: 'Tiny', today: true })
  expect(await events('unit change noted')).toMatchObject([
    { actor: 'Person top2', subject: '2026-01-15 merged: Red (red), Blue (blue) -> Red (red)' },
  ])
  expect((await ask('POST', '/unit-changes', merged)).json().code).toBe('unit-change-noted')
  expect((await ask('DELETE', `/unit-changes/${id}`)).statusCode).toBe(204)
  expect((await ask('DELETE', `/unit-changes/${id}`)).json().code).toBe('unknown-unit-change')
  expect((await noted()).changes).toEqual([])
  expect(await events('unit change removed')).toHaveLength(1)
})

test('what says nothing, names no unit or lies ahead is refused, and nothing is noted', async () => {
  const refused = async (change: object) =>
    (await ask('POST', '/unit-changes', { day: day(), kind: 'merged', from: [], to: [], ...change })).json()
      .code
  expect(await refused({ from: ['red'], to: ['blue'] })).toBe('unit-change-does-not-fit')
  expect(await refused({ from: ['red', 'elsewhere'], to: ['red'] })).toBe('unknown-unit')
  expect(await refused({ from: ['red', 'blue'], to: ['red'], day: '2099-01-01' })).toBe(
    'unit-change-in-the-future',
  )
  expect(await refused({ kind: 'renamed', from: ['red'], to: ['red'] })).toBe('unit-change-does-not-fit')
  expect(await refused({ kind: 'renamed', from: ['x'], to: ['x'], formerName: 'X' })).toBe('unknown-unit')
  expect(await refused({ kind: 'moved', from: ['red'], to: ['red'] })).toBe('malformed-request')
  expect((await noted()).changes).toEqual([])
})

test('a unit that kept its id had another name', async () => {
  const renamed = { day: day(), kind: 'renamed', from: ['red'], to: ['red'], formerName: ' Crimson ' }
  expect((await ask('POST', '/unit-changes', renamed)).statusCode).toBe(201)
  const { changes } = await noted()
  expect(changes[0]).toMatchObject({ from: [{ name: 'Crimson' }], to: [{ name: 'Red' }] })
  await ask('DELETE', `/unit-changes/${changes[0]?.id}`)
})

test('the days until leavers are erased are set within a year, and a change stands in the trail once', async () => {
  expect((await ask('GET', '/erasing')).json()).toEqual({ days: 30, waiting: 0 })
  for (const days of [-1, 366, 1.5, '9'])
    expect((await ask('PUT', '/erasing', { days })).json().code, String(days)).toBe('malformed-request')
  expect((await ask('PUT', '/erasing', { days: 0 })).json()).toEqual({ days: 0, waiting: 0 })
  await ask('PUT', '/erasing', { days: 0 })
  expect((await ask('PUT', '/erasing', { days: 365 })).json().days).toBe(365)
  const subjects = (await events('erasing changed')).map(({ subject }) => subject)
  expect(subjects.sort()).toEqual(['0 -> 365 days', '30 -> 0 days'])
})
