import type { ListedPerson } from '@chorus/contracts/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

/** Sam, who belongs to Green, works as HR for Left: Red and Blue with Left itself. */
let running: RunningApp
let sam: string
let hr: string

const units = [
  'unit_id,parent_id,name',
  'top,,Top',
  'left,top,Left',
  'red,left,Red',
  'blue,left,Blue',
  'green,top,Green',
]
const people = [
  'person_id,name,email,unit_id,role,manages',
  'whole,Whole HR,whole@test.example,top,hr,',
  'sam,Sam Part,sam@test.example,green,hr,',
  'auditor,Otto Audit,auditor@test.example,blue,auditor,',
  'lena,Lena Left,lena@test.example,left,,left',
  'gabi,Gabi Green,gabi@test.example,red,,green',
  'rita,Rita Red,rita@test.example,red,,red',
  'bob,Bob Blue,bob@test.example,blue,,',
  'gus,Gus Green,gus@test.example,green,,',
]

beforeAll(async () => {
  running = await runApp({ units: units.join('\n'), people: people.join('\n') })
  await onServer(running.databaseUrl, (client) =>
    client.query(
      `INSERT INTO hr_scope SELECT organisation, id, 'left' FROM person WHERE external_id = 'sam'`,
    ),
  )
  sam = await running.signIn('sam@test.example')
  hr = await running.signIn('whole@test.example')
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT', url: string, cookie: string, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })

async function list(cookie: string, query = ''): Promise<{ total: number; people: ListedPerson[] }> {
  return (await ask('GET', `/api/people?${query}`, cookie)).json()
}

/** As HR of the whole sees somebody. */
async function find(externalId: string): Promise<ListedPerson> {
  const found = (await list(hr)).people.find((one) => one.externalId === externalId)
  if (!found) throw new Error(`there is no ${externalId}`)
  return found
}

function put(
  { id, unitName: _n, eraseOn: _e, locked: _l, mayChange: _m, ...fields }: ListedPerson,
  change: object,
) {
  return ask('PUT', `/api/people/${id}`, sam, { ...fields, ...change })
}

const eventsOf = async (subject: string) => {
  const { events } = (await ask('GET', '/api/audit-trail', hr)).json()
  return events.filter((event: { subject: string }) => event.subject.startsWith(subject))
}

test('HR of a part lists, searches and counts the people of that part, and nobody else', async () => {
  const all = await list(sam)
  expect(all.total).toBe(5)
  expect(all.people.map(({ externalId }) => externalId).sort()).toEqual([
    'auditor',
    'bob',
    'gabi',
    'lena',
    'rita',
  ])
  expect((await list(sam, 'search=Green')).people.map(({ externalId }) => externalId)).toEqual(['gabi'])
  for (const query of ['search=gus', 'search=whole', 'state=left', 'page=2']) {
    const { total, people } = await list(sam, query)
    expect([query, people, query === 'page=2' ? 5 : 0]).toEqual([query, [], total])
  }
})

test('what is led outside of the part is not named, and who has rights that reach further is not changed', async () => {
  const { people } = await list(sam)
  const may = Object.fromEntries(people.map(({ externalId, mayChange }) => [externalId, mayChange]))
  expect(may).toEqual({ auditor: false, bob: true, gabi: false, lena: true, rita: true })
  expect(people.find(({ externalId }) => externalId === 'gabi')?.leads).toEqual([])
  for (const one of ['auditor', 'gabi']) {
    const person = await find(one)
    expect((await put(person, { name: 'X' })).json().code, one).toBe('not-allowed')
    expect((await ask('POST', `/api/people/${person.id}/leave`, sam)).json().code, one).toBe('not-allowed')
    expect(await find(one)).toEqual(person)
  }
})

test('it moves people within the part and corrects them, and the trail says who did', async () => {
  const changed = await put(await find('bob'), { unit: 'red', name: 'Bob Red', channel: 'paper' })
  expect(changed.json()).toMatchObject({ unit: 'red', unitName: 'Red', name: 'Bob Red', channel: 'paper' })
  expect((await eventsOf('bob'))[0]).toMatchObject({
    actor: 'Sam Part',
    action: 'person changed',
    subject: 'bob (name, unit, channel)',
  })
  expect((await put(await find('bob'), { unit: 'blue' })).statusCode).toBe(200)
})

test('nobody comes in from outside or goes out, and units outside are as unknown as those that do not exist', async () => {
  const bob = await find('bob')
  for (const unit of ['green', 'top', 'no-such-unit'])
    expect((await put(bob, { unit })).json().code, unit).toBe('unknown-unit')
  for (const outside of ['gus', 'whole', 'sam']) {
    const person = await find(outside)
    for (const unit of ['red', person.unit])
      expect((await put(person, { unit })).json().code, outside).toBe('unknown-person')
    for (const way of ['leave', 'return'])
      expect((await ask('POST', `/api/people/${person.id}/${way}`, sam)).json().code, way).toBe(
        'unknown-person',
      )
    expect(await find(outside)).toEqual(person)
    expect(await eventsOf(outside)).toEqual([])
  }
  expect(await find('bob')).toEqual(bob)
})

test.each([
  ['a role', { role: 'administrator' }],
  ['a unit to lead', { leads: ['red'] }],
  ['a unit to lead outside', { leads: ['green'] }],
  ['an address', { email: 'sam.second@test.example' }],
  ['an id', { externalId: 'other' }],
])('%s is not given by HR of a part, not even beside what may be changed', async (_what, change) => {
  const bob = await find('bob')
  expect((await put(bob, { ...change, name: 'B' })).json().code).toBe('not-allowed')
  expect(await find('bob')).toEqual(bob)
})

test('people of the part leave and return, nobody is added, and units stay as they are', async () => {
  const { id, ...bob } = await find('bob')
  expect((await ask('POST', `/api/people/${id}/leave`, sam)).statusCode).toBe(204)
  expect((await list(sam, 'state=left')).people.map(({ externalId }) => externalId)).toEqual(['bob'])
  expect((await ask('POST', `/api/people/${id}/return`, sam)).statusCode).toBe(204)
  expect((await eventsOf('bob')).slice(0, 2)).toMatchObject([
    { actor: 'Sam Part', action: 'person returned' },
    { actor: 'Sam Part', action: 'person left' },
  ])
  expect(await find('bob')).toEqual({ id, ...bob })
  const newcomer = { externalId: 'n', name: 'N', email: 'n@test.example', unit: 'red', role: 'employee' }
  const added = await ask('POST', '/api/people', sam, {
    ...newcomer,
    language: 'en',
    channel: 'online',
    cuts: {},
    leads: [],
  })
  expect(added.json().code).toBe('not-allowed')
  expect((await ask('POST', '/api/units', sam, { name: 'New', parent: 'red' })).json().code).toBe(
    'not-allowed',
  )
})

test('HR of a part that is gone finds nobody', async () => {
  await onServer(running.databaseUrl, (client) => client.query(`UPDATE hr_scope SET unit = 'gone'`))
  expect(await list(sam)).toMatchObject({ total: 0, people: [] })
  expect((await put(await find('bob'), { name: 'X' })).json().code).toBe('unknown-person')
})
