import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let cookie: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  cookie = await running.signIn('tiny2@test.example')
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })
const make = async (name: string) => {
  const answer = await ask('POST', '/api/scim/tokens', { name })
  expect(answer.statusCode).toBe(201)
  return answer.json()
}
const scim = (secret: string, method: 'GET' | 'POST' | 'PATCH', path: string, payload?: object) =>
  running.app.inject({
    method,
    url: `/scim/v2${path}`,
    headers: { authorization: `Bearer ${secret}` },
    ...(payload ? { payload } : {}),
  })
const trail = async () =>
  (
    await running.app.inject({
      url: '/api/audit-trail',
      headers: { cookie: await running.signIn('top3@test.example') },
    })
  ).json().events
const user = (userName: string) => ({ userName })

test('a token is told once, says on which day it was in use, and opens nothing after it was revoked', async () => {
  const { id, secret } = await make('Entra')
  const listed = async () =>
    (await ask('GET', '/api/scim')).json().tokens.find((one: { id: string }) => one.id === id)
  expect(await listed()).toEqual({ id, name: 'Entra', endsAt: null, lastUsedOn: null, work: null })
  expect((await scim(secret, 'GET', '/Users')).statusCode).toBe(200)
  expect(await listed()).toMatchObject({ lastUsedOn: '2026-03-02', work: null })
  expect((await ask('DELETE', `/api/scim/tokens/${id}`)).statusCode).toBe(204)
  expect((await scim(secret, 'GET', '/Users')).statusCode).toBe(401)
  expect(await listed()).toBeUndefined()
  expect((await ask('DELETE', `/api/scim/tokens/${id}`)).json().code).toBe('unknown-token')
  expect((await ask('POST', `/api/scim/tokens/${id}/rotate`)).json().code).toBe('unknown-token')
  expect(JSON.stringify(await trail())).not.toContain(secret)
})

test('a token that was rotated goes on for a day, and the new one at once', async () => {
  const old = await make('Okta')
  const fresh = (await ask('POST', `/api/scim/tokens/${old.id}/rotate`)).json()
  expect(fresh.secret).not.toBe(old.secret)
  const now = running.clock.now
  const status = async ({ secret }: { secret: string }) =>
    (await scim(secret, 'GET', '/Users?count=0')).statusCode
  running.clock.now = new Date(now.getTime() + 24 * 3_600_000 - 1)
  expect([await status(old), await status(fresh)]).toEqual([200, 200])
  running.clock.now = new Date(now.getTime() + 24 * 3_600_000)
  expect([await status(old), await status(fresh)]).toEqual([401, 200])
  running.clock.now = now
})

test('the trail has one line for an hour of changes, without names, as soon as somebody reads it', async () => {
  const { secret, id } = await make('Counted')
  for (const name of ['a@corp.example', 'b@corp.example', 'c@corp.example'])
    expect((await scim(secret, 'POST', '/Users', user(name))).statusCode).toBe(201)
  const { Resources } = (
    await scim(secret, 'GET', '/Users?filter=userName%20eq%20%22a@corp.example%22')
  ).json()
  const Operations = [{ op: 'replace', value: { active: false } }]
  await scim(secret, 'PATCH', `/Users/${Resources[0].id}`, { Operations })
  await scim(secret, 'PATCH', `/Users/${Resources[0].id}`, { Operations })
  const lines = (events: { actor: string; subject: string }[]) =>
    events.filter(({ actor }) => actor === 'SCIM (Counted)').map(({ subject }) => subject)
  const words = '3 joined, 1 left, 0 moved, 0 changed, 0 units, from 2026-03-02T09:00Z'
  expect(lines(await trail())).toEqual([words])
  expect(lines(await trail())).toEqual([words])
  const now = running.clock.now
  await scim(secret, 'POST', '/Users', user('d@corp.example'))
  running.clock.now = new Date(now.getTime() + 2 * 3_600_000)
  await scim(secret, 'POST', '/Users', user('e@corp.example'))
  running.clock.now = now
  const { tokens } = (await ask('GET', '/api/scim')).json()
  expect(tokens.find((one: { id: string }) => one.id === id).work).toMatchObject({ joined: 1 })
  expect(lines(await trail()).map((line) => line.slice(0, 8))).toEqual(['1 joined', '1 joined', '3 joined'])
  expect(JSON.stringify(await trail())).not.toContain('corp.example')
})

test('units come from departments where the administrator says so: an unknown one is made, an ambiguous one refused', async () => {
  const { secret } = await make('Departments')
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
  const join = async (name: string, department: string) =>
    (await scim(secret, 'POST', '/Users', { userName: name, [enterprise]: { department } })).json()
  const unitOf = (body: { groups: { display: string }[] }) => body.groups[0]?.display
  expect(unitOf(await join('g@corp.example', 'Red'))).toBe('Top')
  const settings = { unitsFrom: 'department', unlocked: false }
  expect((await ask('PUT', '/api/scim/settings', settings)).json()).toEqual({ settings, waits: false })
  expect(unitOf(await join('h@corp.example', 'red'))).toBe('Red')
  const sales = await join('i@corp.example', 'Sales')
  expect(unitOf(sales)).toBe('Sales')
  const Operations = [{ op: 'Replace', path: `${enterprise}:department`, value: 'Blue' }]
  expect(unitOf((await scim(secret, 'PATCH', `/Users/${sales.id}`, { Operations })).json())).toBe('Blue')
  await scim(secret, 'POST', '/Groups', { displayName: 'Blue' })
  expect((await join('j@corp.example', 'Blue')).scimType).toBe('invalidValue')
})

test('an attribute feeds the cut that the administrator names, and no other attribute is kept', async () => {
  const { secret } = await make('Cuts')
  const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
  const own = 'urn:chorus:params:scim:schemas:1.0:User'
  await ask('PUT', '/api/scim/settings', { unitsFrom: 'groups', unlocked: false })
  const cuts = { division: 'area', locality: 'place', userType: 'contract' }
  expect((await ask('PUT', '/api/scim/cuts', { cuts })).json()).toEqual({ cuts })
  const work = { type: 'Work', locality: 'Bern', country: 'CH', streetAddress: '1 Main Street' }
  const whole = {
    userName: 'cut@corp.example',
    userType: 'permanent',
    addresses: [{ type: 'home', locality: 'Thun' }, work],
    [enterprise]: { division: 'Tours', costCenter: '4711', employeeNumber: '42' },
    [own]: {
      cuts: [
        { type: 'tenure', value: '0-2' },
        { type: 'area', value: 'not this' },
      ],
    },
  }
  const user = (await scim(secret, 'POST', '/Users', whole)).json()
  expect(user).toMatchObject({
    userType: 'permanent',
    addresses: [{ type: 'work', locality: 'Bern' }],
    [enterprise]: { division: 'Tours' },
    [own]: { cuts: [{ type: 'tenure', value: '0-2' }] },
  })
  expect(JSON.stringify(user)).not.toMatch(/"4711"|"42"|Thun|"CH"|Main Street/)
  const filter = encodeURIComponent('addresses[type eq "work" and locality eq "bern"] and userType sw "perm"')
  expect((await scim(secret, 'GET', `/Users?filter=${filter}`)).json().totalResults).toBe(1)
  const unkept = encodeURIComponent(`${enterprise}:costCenter eq "4711"`)
  expect((await scim(secret, 'GET', `/Users?filter=${unkept}`)).json().totalResults).toBe(0)

  const Operations = [
    { op: 'Replace', path: 'addresses[type eq "work"].locality', value: 'Basel' },
    { op: 'Replace', path: 'addresses[type eq "work"].streetAddress', value: '2 Main Street' },
    { op: 'Remove', path: 'userType' },
  ]
  const changed = (await scim(secret, 'PATCH', `/Users/${user.id}`, { Operations })).json()
  expect(changed.addresses).toEqual([{ type: 'work', locality: 'Basel' }])
  expect(changed).not.toHaveProperty('userType')
  const { now } = (await ask('GET', '/api/scim/cuts')).json()
  expect(now).toEqual([
    { cut: 'area', values: [{ value: 'Tours', people: 1 }], inAll: 1 },
    { cut: 'place', values: [{ value: 'Basel', people: 1 }], inAll: 1 },
    { cut: 'tenure', values: [{ value: '0-2', people: 1 }], inAll: 1 },
  ])
  const schemas = JSON.stringify((await scim(secret, 'GET', '/Schemas')).json())
  expect(schemas).toContain('"locality"')
  expect(schemas).not.toMatch(/costCenter|country/)
  const [event] = (await trail()).filter(({ action }: { action: string }) => action === 'scim cuts changed')
  expect(event.subject).toBe('area from division, place from locality, contract from userType')
})

test('a cut comes from one attribute, employee numbers feed none, and a department is a unit or a cut', async () => {
  const put = async (cuts: object) => {
    const { statusCode, body } = await ask('PUT', '/api/scim/cuts', { cuts })
    return statusCode === 200 ? 200 : [statusCode, JSON.parse(body).code]
  }
  expect(await put({ division: 'area', country: 'area' })).toEqual([400, 'malformed-request'])
  expect(await put({ employeeNumber: 'number' })).toEqual([400, 'malformed-request'])
  expect(await put({ division: ' ' })).toEqual([400, 'malformed-request'])
  expect(await put({ department: 'area' })).toBe(200)
  const settings = { unitsFrom: 'department', unlocked: false }
  expect((await ask('PUT', '/api/scim/settings', settings)).json().code).toBe('department-is-unit')
  expect(await put({})).toBe(200)
  expect((await ask('PUT', '/api/scim/settings', settings)).statusCode).toBe(200)
  expect(await put({ department: 'area' })).toEqual([409, 'department-is-unit'])
})
