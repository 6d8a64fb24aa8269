import type { ListedPerson } from '@chorus/contracts/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { scimClient } from './support/scim-client.ts'

let running: RunningApp
let hr: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
const ask = (method: Method, url: string, payload?: object, cookie = hr) =>
  running.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })
const list = async (query: string): Promise<{ total: number; people: ListedPerson[] }> =>
  (await ask('GET', `/api/people?${query}`)).json()
const one = async (search: string): Promise<ListedPerson> => {
  const { people } = await list(`search=${encodeURIComponent(search)}`)
  const [found] = people
  if (!found) throw new Error(`nobody is found by ${search}`)
  return found
}
const fields = ({ id: _, unitName: _u, eraseOn: _e, locked: _l, mayChange: _m, ...rest }: ListedPerson) =>
  rest
const newcomer = {
  externalId: 'n1',
  name: 'Nora New',
  email: 'Nora@Test.example',
  unit: 'red',
  role: 'employee',
  language: 'de',
  channel: 'online',
  cuts: { tenure: '0-2 years' },
  leads: [],
}
const put = (person: ListedPerson, change: object) =>
  ask('PUT', `/api/people/${person.id}`, { ...fields(person), ...change })
const trail = async () => (await ask('GET', '/api/audit-trail')).json().events

test('people are searched by name, address and id, and paged', async () => {
  const all = await list('')
  expect(all).toMatchObject({ total: 26, pageSize: 25 })
  const more = await list('page=2')
  expect(new Set([...all.people, ...more.people].map(({ id }) => id)).size).toBe(26)
  expect((await list('search=BLUE')).total).toBe(7)
  expect((await list('search=blue3%40test')).people.map(({ name }) => name)).toEqual(['Person blue3'])
  expect((await list('search=nobody')).people).toEqual([])
  expect((await list('page=3')).people).toEqual([])
  expect((await list(`search=${encodeURIComponent("%' OR 1=1")}`)).total).toBe(0)
})

test('somebody is added, changed in every way, and noted without a name', async () => {
  const added = await ask('POST', '/api/people', newcomer)
  expect(added.statusCode).toBe(201)
  expect(added.json()).toMatchObject({
    email: 'nora@test.example',
    unitName: 'Red',
    locked: false,
    eraseOn: null,
  })
  const change = { unit: 'blue', role: 'administrator', leads: ['blue', 'blue'], channel: 'paper', cuts: {} }
  const changed = await put(added.json(), { ...change, name: 'Nora Newer', language: 'pt-BR' })
  expect(changed.json()).toMatchObject({ ...change, leads: ['blue'], name: 'Nora Newer', unitName: 'Blue' })
  expect((await put(changed.json(), {})).statusCode).toBe(200)
  const events = await trail()
  expect(events.slice(0, 2)).toMatchObject([
    {
      actor: 'Person top2',
      action: 'person changed',
      subject: 'n1 (name, unit, role: administrator, language, channel, cuts, leads: blue)',
    },
    { action: 'person added', subject: 'n1' },
  ])
  expect(JSON.stringify(events)).not.toContain('Nora')
})

test.each([
  [{ email: 'no address' }, 'email-not-valid'],
  [{ email: 'red1@test.example' }, 'email-taken'],
  [{ externalId: 'red1' }, 'person-id-taken'],
  [{ language: 'German' }, 'language-not-valid'],
  [{ unit: 'nowhere' }, 'unknown-unit'],
  [{ leads: ['nowhere'] }, 'unknown-unit'],
  [{ name: '  ' }, 'malformed-request'],
  [{ role: 'king' }, 'malformed-request'],
  [{ cuts: { '': 'x' } }, 'malformed-request'],
])('%j is refused as %s, and nothing is written', async (wrong, code) => {
  const { total } = await list('')
  const person = { ...newcomer, externalId: 'w1', email: 'w@test.example', ...wrong }
  expect((await ask('POST', '/api/people', person)).json().code).toBe(code)
  expect((await list('')).total).toBe(total)
})

test('somebody leaves, is signed out, and can be brought back', async () => {
  const person = await one('green4')
  const cookie = await running.signIn('green4@test.example')
  expect((await ask('POST', `/api/people/${person.id}/leave`)).statusCode).toBe(204)
  expect((await ask('GET', '/api/session', undefined, cookie)).statusCode).toBe(401)
  expect((await list('search=green4')).total).toBe(0)
  expect((await list('state=left')).people).toMatchObject([{ externalId: 'green4', eraseOn: '2026-04-01' }])
  expect((await ask('POST', `/api/people/${person.id}/return`)).statusCode).toBe(204)
  expect((await one('green4')).eraseOn).toBeNull()
  const unknown = '00000000-0000-4000-8000-000000000009'
  expect((await ask('POST', `/api/people/${unknown}/leave`)).json().code).toBe('unknown-person')
})

test('the last person of HR keeps the role and stays; with a second one both can go', async () => {
  const last = await one('top2')
  const administrator = await running.signIn('tiny2@test.example')
  const give = async (id: string, role: string) => {
    const person = await one(id)
    return ask('PUT', `/api/people/${person.id}`, { ...fields(person), role }, administrator)
  }
  expect((await give('top2', 'employee')).json().code).toBe('last-hr')
  expect((await ask('POST', `/api/people/${last.id}/leave`)).json().code).toBe('last-hr')
  await give('red5', 'hr')
  const { office } = running.database
  await office.execute(
    `INSERT INTO hr_scope SELECT organisation, id, 'red' FROM person WHERE external_id = 'red5'`,
  )
  // HR of a part is none that could stay alone.
  expect((await give('top2', 'employee')).json().code).toBe('last-hr')
  expect((await ask('POST', `/api/people/${last.id}/leave`)).json().code).toBe('last-hr')
  expect((await give('top1', 'hr')).statusCode).toBe(200)
  expect((await give('top2', 'employee')).statusCode).toBe(200)
  hr = await running.signIn('top1@test.example')
  expect((await give('top1', 'employee')).json().code).toBe('last-hr')
})

test('the last administrator does not leave', async () => {
  const last = await one('tiny2')
  for (const { externalId, role } of (await list('')).people)
    if (role === 'administrator' && externalId !== 'tiny2')
      await put(await one(externalId), { role: 'employee' })
  expect((await ask('POST', `/api/people/${last.id}/leave`)).json().code).toBe('last-of-role')
})

test('nobody changes the own rights in passing, and who watches over the rules is appointed elsewhere', async () => {
  const mine = await one('top1')
  expect((await put(mine, { role: 'employee' })).json().code).toBe('own-rights')
  expect((await put(mine, { leads: ['red'] })).json().code).toBe('own-rights')
  expect((await put(await one('blue3'), { role: 'auditor' })).json().code).toBe('auditor-by-rights')
  const added = await ask('POST', '/api/people', {
    ...newcomer,
    externalId: 'w2',
    email: 'w2@test.example',
    role: 'auditor',
  })
  expect(added.json().code).toBe('auditor-by-rights')
})

test('units are added, renamed, moved, joined and closed', async () => {
  const add = await ask('POST', '/api/units', { name: 'Guides', parent: 'red' })
  expect(add.statusCode).toBe(201)
  const { id } = add.json()
  const tree = async () => (await ask('GET', '/api/organisation')).json().units
  const find = async (unit: string) => (await tree()).find((row: { id: string }) => row.id === unit)
  expect((await ask('PATCH', `/api/units/${id}`, { name: 'Tour guides', parent: 'green' })).statusCode).toBe(
    204,
  )
  expect(await find(id)).toMatchObject({ name: 'Tour guides', parent: 'green', people: 0 })
  expect((await ask('PATCH', '/api/units/green', { parent: id })).json().code).toBe('unit-below-itself')
  expect((await ask('PATCH', '/api/units/top', { parent: 'red' })).json().code).toBe('root-stays')
  expect((await ask('DELETE', '/api/units/green')).json().code).toBe('unit-not-empty')
  expect((await ask('DELETE', '/api/units/top')).json().code).toBe('root-stays')
  expect((await ask('POST', '/api/units/green/join', { into: id })).json().code).toBe('unit-below-itself')
  expect((await ask('POST', '/api/units/green/join', { into: 'red' })).statusCode).toBe(204)
  expect(await find('green')).toBeUndefined()
  expect(await find('red')).toMatchObject({ people: 14 })
  expect(await find(id)).toMatchObject({ parent: 'red' })
  expect((await ask('DELETE', `/api/units/${id}`)).statusCode).toBe(204)
  expect((await ask('DELETE', `/api/units/${id}`)).json().code).toBe('unknown-unit')
  const subjects = (await trail()).slice(0, 4).map(({ subject }: { subject: string }) => subject)
  expect(subjects).toEqual([
    'Tour guides',
    'Green, joined into Red',
    'Guides (name: Tour guides, below Green)',
    'Guides',
  ])
})

test('what comes from SCIM is locked until the administrator unlocks it; rights and language never are', async () => {
  const { ask: scim } = await scimClient(running)
  await scim('POST', '/Users', { userName: 'kept@test.example', externalId: 'kept' })
  const group = (await scim('POST', '/Groups', { displayName: 'Kept' })).body.id
  const kept = await one('kept')
  expect(kept.locked).toBe(true)
  for (const change of [{ name: 'Other' }, { email: 'x@test.example' }, { unit: 'red' }, { externalId: 'x' }])
    expect((await put(kept, change)).json().code, JSON.stringify(change)).toBe('kept-by-scim')
  expect((await ask('POST', `/api/people/${kept.id}/leave`)).json().code).toBe('kept-by-scim')
  expect((await ask('PATCH', `/api/units/${group}`, { name: 'x' })).json().code).toBe('kept-by-scim')
  expect((await ask('DELETE', `/api/units/${group}`)).json().code).toBe('kept-by-scim')
  expect((await put(kept, { role: 'administrator', language: 'fr', leads: ['red'] })).statusCode).toBe(200)
  const administrator = await running.signIn('tiny2@test.example')
  const settings = { unitsFrom: 'groups', unlocked: true }
  expect((await ask('PUT', '/api/scim/settings', settings, administrator)).statusCode).toBe(200)
  expect((await put(await one('kept'), { name: 'Other' })).json()).toMatchObject({
    name: 'Other',
    locked: false,
  })
  expect((await ask('DELETE', `/api/units/${group}`)).statusCode).toBe(204)
})
