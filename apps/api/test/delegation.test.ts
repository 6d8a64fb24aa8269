import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
let giver: string
let standIn: string
let standInId: string

beforeEach(async () => {
  running = await releasedCompany(1)
  giver = await running.signIn('left@test.example')
  standIn = await running.signIn('green@test.example')
  standInId = await idOf('Greta')
})

afterEach(() => running.stop())

async function ask(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, cookie: string, payload?: object) {
  const answer = await running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.body === '' ? null : answer.json() }
}
async function idOf(name: string): Promise<string> {
  return (await ask('GET', `/api/colleagues?search=${name}`, giver)).body.people[0].id
}
const days = { from: '2026-03-02', until: '2026-03-04' }
const name = (given: object = {}, cookie = giver) =>
  ask('POST', '/api/delegations', cookie, { standIn: standInId, units: ['left'], ...days, ...given })
const reads = async (unit: string, cookie = standIn) =>
  (await ask('GET', `/api/reports/units/${unit}`, cookie)).status === 200

test('from the first day to the last, who stands in reads what the giver reads; before and after it is closed', async () => {
  expect((await name({ from: '2026-03-03' })).status).toBe(201)
  const seen: string[] = []
  for (const day of ['2026-03-02', '2026-03-03', '2026-03-04', '2026-03-05']) {
    running.clock.now = new Date(`${day}T23:30:00Z`)
    const cookie = await running.signIn('green@test.example')
    seen.push(
      `${day} ${await reads('left', cookie)} ${await reads('red', cookie)} ${await reads('grey', cookie)}`,
    )
  }
  expect(seen).toEqual([
    '2026-03-02 false false false',
    '2026-03-03 true true false',
    '2026-03-04 true true false',
    '2026-03-05 false false false',
  ])
})

// One second before the day begins where people are, its first and last second, and the first one after it.
test.each([
  ['Europe/Zurich', '2026-03-29', ['03-28T22:59:59', '03-28T23:00:00', '03-29T21:59:59', '03-29T22:00:00']],
  ['Europe/Zurich', '2026-10-25', ['10-24T21:59:59', '10-24T22:00:00', '10-25T22:59:59', '10-25T23:00:00']],
  [
    'Pacific/Kiritimati',
    '2026-03-05',
    ['03-04T09:59:59', '03-04T10:00:00', '03-05T09:59:59', '03-05T10:00:00'],
  ],
  [
    'Pacific/Pago_Pago',
    '2026-03-05',
    ['03-05T10:59:59', '03-05T11:00:00', '03-06T10:59:59', '03-06T11:00:00'],
  ],
])('in %s, %s begins and ends by the clocks on the wall', async (zone, day, moments) => {
  const hr = await running.signIn('hr@test.example')
  await ask('PUT', '/api/mail-settings', hr, { ...usualMailSettings, zone })
  const lend = async () => name({ from: day, until: day }, await running.signIn('left@test.example'))
  const seen: string[] = []
  for (const moment of moments) {
    running.clock.now = new Date(`2026-${moment}Z`)
    if (seen.length === 0) expect((await lend()).status).toBe(201)
    const cookie = await running.signIn('green@test.example')
    const [lent] = (await ask('GET', '/api/delegations', cookie)).body.delegations
    seen.push(`${await reads('left', cookie)} ${lent?.isToday}`)
  }
  expect(seen).toEqual(['false false', 'true true', 'true true', 'false undefined'])
  expect((await lend()).body.code).toBe('absence-not-possible')
})

test('the audit trail says in whose stead, and only where the own rights do not reach', async () => {
  await name()
  await reads('red')
  await reads('green')
  await ask('GET', '/api/reports/heatmap', standIn)
  const hr = await running.signIn('hr@test.example')
  const { events } = (await ask('GET', '/api/audit-trail', hr)).body
  expect(
    events.slice(0, 4).map(({ actor, action }: Record<string, string>) => `${actor} | ${action}`),
  ).toEqual([
    'Greta Green, standing in for Lena Left | report read',
    'Greta Green | report read',
    'Greta Green, standing in for Lena Left | report read',
    'Lena Left | stand-in named',
  ])
})

test('lent rights are those of the giver at that moment, and never more', async () => {
  await name()
  expect(await reads('red')).toBe(true)
  await onServer(running.databaseUrl, (client) => client.query(`DELETE FROM unit_lead WHERE unit = 'left'`))
  expect(await reads('red')).toBe(false)
})

test('what is lent is not lent on, also not as a token', async () => {
  await name()
  const somebody = await idOf('Sam')
  expect((await name({ standIn: somebody }, standIn)).body.code).toBe('unknown-unit')
  expect((await ask('GET', '/api/delegations', standIn)).body.units).toEqual([{ id: 'green', name: 'Green' }])
  const made = await ask('POST', '/api/tokens', standIn, { name: 'x', endsOn: '2026-04-01' })
  const headers = { authorization: `Bearer ${made.body.secret}` }
  const byToken = (unit: string) => running.app.inject({ url: `/api/reports/units/${unit}`, headers })
  expect((await byToken('green')).statusCode).toBe(200)
  expect((await byToken('red')).json().code).toBe('unknown-unit')
})

test('HR lends what it chooses of the whole, and who stands in does not become HR', async () => {
  const hr = await running.signIn('hr@test.example')
  await name({ units: ['grey'] }, hr)
  expect(await reads('grey')).toBe(true)
  expect(await reads('red')).toBe(false)
  expect((await ask('GET', '/api/reports/overview', standIn)).body.code).toBe('not-allowed')
  await onServer(running.databaseUrl, (client) =>
    client.query(`INSERT INTO hr_scope SELECT organisation, id, 'left' FROM person WHERE external_id = 'hr'`),
  )
  expect(await reads('grey')).toBe(false)
})

test('nobody who watches over the rules, nobody of elsewhere and not oneself can stand in', async () => {
  const auditor = await idOf('Anton')
  const self = await idOf('Lena')
  for (const other of [auditor, self, '00000000-0000-4000-8000-000000000000'])
    expect((await name({ standIn: other })).body.code).toBe('stand-in-not-possible')
  expect((await name({ units: ['green'] })).body.code).toBe('unknown-unit')
  expect((await name({ until: '2026-06-30' })).body.code).toBe('absence-not-possible')
})

test('who becomes an auditor stands in for nobody from that moment on', async () => {
  await name()
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'auditor' WHERE external_id = 'green'`),
  )
  expect(await reads('red')).toBe(false)
})

test('both see it and either ends it; nobody else does', async () => {
  const { id } = (await name({ reason: 'holiday' })).body
  const somebody = await running.signIn('somebody@test.example')
  for (const cookie of [giver, standIn])
    expect((await ask('GET', '/api/delegations', cookie)).body.delegations).toMatchObject([
      { id, giver: 'Lena Left', standIn: 'Greta Green', reason: 'holiday', isToday: true },
    ])
  const hr = await running.signIn('hr@test.example')
  expect((await ask('GET', '/api/delegations', hr)).body.delegations).toMatchObject([{ id, reason: '' }])
  expect((await ask('DELETE', `/api/delegations/${id}`, somebody)).body.code).toBe('not-allowed')
  expect((await ask('DELETE', `/api/delegations/${id}`, standIn)).status).toBe(204)
  expect(await reads('red')).toBe(false)
  expect((await ask('DELETE', `/api/delegations/${id}`, giver)).body.code).toBe('unknown-delegation')
})

test('people see by name who reads the report of their team today', async () => {
  await name()
  const somebody = await running.signIn('somebody@test.example')
  const { readers } = (await ask('GET', '/api/my/readers', somebody)).body
  expect(readers).toEqual([
    { name: 'Hanna HR', as: 'hr', for: null },
    { name: 'Lena Left', as: 'manager', for: null },
    { name: 'Greta Green', as: 'stand-in', for: 'Lena Left' },
  ])
})
