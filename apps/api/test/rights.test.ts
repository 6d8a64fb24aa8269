import type { AllRights, PersonRights } from '@chorus/contracts/roles'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { importOrganisation } from '../src/organisation/import-organisation.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string
let administrator: string

beforeEach(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  administrator = await running.signIn('tiny2@test.example')
})

afterEach(() => running.stop())

async function ask(method: 'GET' | 'PUT' | 'POST', url: string, cookie: string, payload?: object) {
  const answer = await running.app.inject({ method, url, headers: { cookie }, ...(payload && { payload }) })
  return { status: answer.statusCode, body: answer.json() }
}

const all = async (): Promise<AllRights> => (await ask('GET', '/api/rights', hr)).body
async function idOf(name: string): Promise<string> {
  const { body } = await ask('GET', `/api/colleagues?search=${encodeURIComponent(name)}`, hr)
  return body.people.find((one: { name: string }) => one.name === name).id
}
const rights = { role: 'employee', hrUnits: [], leads: [] }
const give = async (name: string, given: object, cookie = hr) =>
  ask('PUT', `/api/rights/${await idOf(name)}`, cookie, { ...rights, ...given })
const of = async (name: string): Promise<PersonRights | undefined> =>
  (await all()).people.find((one) => one.name === name)

test('everybody with more rights than an employee is listed, and nobody else', async () => {
  expect((await all()).people.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'Person red1: employee',
    'Person tiny2: administrator',
    'Person top1: employee',
    'Person top2: hr',
    'Person top3: auditor',
  ])
})

test('what is given holds at the next request, and what is taken too', async () => {
  const blue = await running.signIn('blue3@test.example')
  const roles = async () => (await ask('GET', '/api/session', blue)).body.roles
  expect((await give('Person blue3', { role: 'hr', hrUnits: ['blue'], leads: ['green'] })).body).toEqual({
    waits: false,
  })
  expect(await roles()).toEqual(['employee', 'manager', 'part-hr'])
  expect(await of('Person blue3')).toMatchObject({
    hrUnits: [{ id: 'blue', name: 'Blue' }],
    leads: [{ id: 'green', name: 'Green' }],
  })
  await give('Person blue3', {}, administrator)
  expect(await roles()).toEqual(['employee'])
  const { events } = (await ask('GET', '/api/audit-trail', hr)).body
  expect(
    events.slice(0, 2).map(({ actor, subject }: Record<string, string>) => `${actor} | ${subject}`),
  ).toEqual(['Person tiny2 | Person blue3: employee', 'Person top2 | Person blue3: hr of blue; leads green'])
})

test('nobody changes the own rights, and HR does not become who watches over it', async () => {
  expect((await give('Person top2', { role: 'auditor' })).body.code).toBe('own-rights')
  expect((await give('Person top2', { role: 'auditor' }, administrator)).body.code).toBe('hr-and-auditor')
  expect((await give('Person top3', { role: 'hr' })).body.code).toBe('hr-and-auditor')
  expect((await of('Person top3'))?.role).toBe('auditor')
})

test('the last HR of the whole and the last administrator stay', async () => {
  for (const given of [{}, { role: 'administrator' }, { role: 'hr', hrUnits: ['red'] }])
    expect((await give('Person top2', given, administrator)).body.code).toBe('last-of-role')
  expect((await give('Person tiny2', {})).body.code).toBe('last-of-role')
  await give('Person blue3', { role: 'hr' })
  expect((await give('Person top2', {}, administrator)).body).toEqual({ waits: false })
})

test('a unit or person that there is not changes nothing', async () => {
  expect((await give('Person blue3', { role: 'hr', hrUnits: ['no-such'] })).body.code).toBe('unknown-unit')
  expect(await of('Person blue3')).toBeUndefined()
  const nobody = '00000000-0000-4000-8000-000000000000'
  expect((await ask('PUT', `/api/rights/${nobody}`, hr, rights)).body.code).toBe('unknown-person')
})

test('where changes need a second person, so does who watches; the administrator can be that person', async () => {
  await ask('PUT', '/api/second-person', hr, { on: true })
  expect((await give('Person blue3', { role: 'auditor', leads: ['blue'] })).body).toEqual({ waits: true })
  expect((await of('Person blue3'))?.role).toBe('employee')
  const waiting = (await ask('GET', '/api/rule-changes', administrator)).body.changes[0]
  expect(waiting).toMatchObject({ mayDecide: true, change: { kind: 'auditor', on: true } })
  const decision = `/api/rule-changes/${waiting.id}/decision`
  expect((await ask('POST', decision, hr, { agree: true })).body.code).toBe('not-allowed')
  expect((await ask('POST', decision, administrator, { agree: true })).body.state).toBe('agreed')
  expect((await of('Person blue3'))?.role).toBe('auditor')
  expect((await give('Person top3', {})).body).toEqual({ waits: true })
  expect((await of('Person top3'))?.role).toBe('auditor')
})

test('a file cannot do what the page refuses', async () => {
  await ask('PUT', '/api/second-person', hr, { on: true })
  await onServer(running.databaseUrl, (client) =>
    client.query(`UPDATE person SET role = 'employee' WHERE external_id = 'top3'`),
  )
  const { units, people } = smallCompany()
  const files = { units: [Buffer.from(units)], people: [Buffer.from(people)] }
  const { office } = running.database
  const imported = await importOrganisation(office, running.organisation, files, running.clock.now)
  expect(imported).toMatchObject({ ok: false, error: { faults: [{ code: 'auditor-needs-second-person' }] } })
})
