import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { codes, newUser, type ScimClient, scimClient } from './support/scim-client.ts'

let running: RunningApp
let client: ScimClient

beforeAll(async () => {
  running = await runApp(smallCompany())
  client = await scimClient(running)
})

afterAll(() => running.stop())

test('what is wrong is said in the shape of SCIM, with what to do', async () => {
  const refused = await client.ask('POST', '/Users', '{"userName": ')
  expect(refused.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    scimType: 'invalidSyntax',
    detail: 'The body is not JSON',
  })
  expect(codes(await client.ask('POST', '/Users', {}))).toEqual([400, 'invalidValue'])
  expect(codes(await client.ask('POST', '/Users', newUser('no-address')))).toEqual([400, 'invalidValue'])
  expect(
    codes(await client.ask('POST', '/Users', newUser('a@b.example', { preferredLanguage: 'what?' }))),
  ).toEqual([400, 'invalidValue'])
  expect(codes(await client.ask('POST', '/Users', newUser('a@b.example', { active: 'maybe' })))).toEqual([
    400,
    'invalidValue',
  ])
  expect((await client.ask('POST', '/Users', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await client.ask('GET', '/Users/7')).status).toBe(404)
  expect((await client.ask('POST', '/Bulk', {})).body).toMatchObject({ status: '404' })
})

test('the service says what it can do, and what it cannot', async () => {
  const { body } = await client.ask('GET', '/ServiceProviderConfig')
  expect(body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    etag: { supported: true },
  })
  const types = (await client.ask('GET', '/ResourceTypes')).body
  expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual(['/Users', '/Groups'])
  const { Resources } = (await client.ask('GET', '/Schemas')).body
  for (const { id } of Resources) expect((await client.ask('GET', `/Schemas/${id}`)).body.id).toBe(id)
  expect((await client.ask('GET', '/Schemas/urn:none')).status).toBe(404)
})

/** Random names, and lists of changes as Microsoft's SCIM validator sends them. */
test('the validator of Entra ID: many changes in one request, some to what is not kept, and a User that was disabled', async () => {
  const user = await client.made('validator@corp.example', {
    externalId: '9950b140-90a0-4201-9d65-b5f209fb4cd0',
    displayName: 'XKWLCONOGMVT',
    name: { formatted: 'Aric', familyName: 'Nia', givenName: 'Sandy', honorificPrefix: '' },
    emails: [{ type: 'work', value: 'oren@corp.example' }],
  })
  const address = `/Users/${user.id}`
  const many = await client.patch(
    address,
    { op: 'replace', path: 'emails[type eq "work"].value', value: 'collins@corp.example' },
    { op: 'replace', path: 'emails[type eq "work"].display', value: '0TXBC2MOGUI0' },
    { op: 'add', path: 'emails[type eq "work"].primary', value: 'True' },
    { op: 'replace', path: 'phoneNumbers[type eq "mobile"].value', value: '1-055' },
    { op: 'add', path: 'addresses[type eq "work"].formatted', value: 'PQIQ' },
    { op: 'add', path: 'roles[primary eq "True"].value', value: 'JPSZ' },
    { op: 'replace', path: 'name.honorificPrefix', value: 'Dr.' },
    { op: 'replace', path: 'name.middleName', value: 'Lee' },
    { op: 'replace', path: 'NAME.FamilyName', value: 'Collins' },
    {
      op: 'Add',
      path: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager',
      value: '26118915',
    },
    { op: 'add', path: 'title', value: 'Boss' },
  )
  expect(many.status, JSON.stringify(many.body)).toBe(200)
  expect(many.body).toMatchObject({
    name: { familyName: 'Collins', givenName: 'Sandy' },
    emails: [{ type: 'work', value: 'collins@corp.example', primary: true }],
  })
  expect(JSON.stringify(many.body)).not.toMatch(/1-055|PQIQ|JPSZ|Boss|26118915/)
  const nothing = await client.patch(address)
  expect([nothing.status, nothing.body.meta]).toEqual([200, many.body.meta])

  const disabled = await client.patch(address, { op: 'Replace', value: { active: 'False' } })
  expect(disabled.body.active).toBe(false)
  const seen = await client.ask('GET', '/Users?filter=USERNAME+eq+%22VALIDATOR%40corp.example%22')
  expect(seen.body.Resources).toMatchObject([{ id: user.id, active: false }])
  expect((await client.ask('DELETE', address)).status).toBe(204)
  for (const [method, body] of [['GET'], ['DELETE'], ['PUT', newUser('validator@corp.example')]] as const)
    expect(codes(await client.ask(method, address, body)), method).toEqual([404, undefined])
  const dead = { Operations: [{ op: 'replace', path: 'active', value: true }] }
  expect((await client.ask('PATCH', address, dead)).status).toBe(404)
})

test('the validator of Entra ID: Groups without members, members added twice, all removed at once, names in any case', async () => {
  const [one, other] = [await client.made('g1@corp.example'), await client.made('g2@corp.example')]
  const made = await client.ask('POST', '/Groups', { DisplayName: 'AMRFDLBWNPOU', externalId: '8aa1' })
  const address = `/Groups/${made.body.id}`
  expect(made.body.members).toEqual([])
  const both = [{ value: one.id }, { value: other.id }]
  for (let again = 0; again < 2; again += 1)
    await client.patch(address, { op: 'Add', path: 'MEMBERS', value: both })
  expect((await client.ask('GET', address)).body.members).toHaveLength(2)
  expect((await client.ask('GET', `${address}?excludedAttributes=members`)).body).not.toHaveProperty(
    'members',
  )
  const found = await client.ask(
    'GET',
    '/Groups?excludedAttributes=members&filter=displayName+eq+%22amrfdlbwnpou%22',
  )
  expect(found.body).toMatchObject({ totalResults: 1, Resources: [{ id: made.body.id }] })
  expect(found.body.Resources[0]).not.toHaveProperty('members')
  const none = await client.ask('GET', '/Groups?filter=displayName+eq+%22nobody+has+this%22')
  expect(none.body).toMatchObject({ totalResults: 0, Resources: [] })
  await client.patch(address, { op: 'Remove', path: 'members', value: [{ value: one.id }] })
  expect((await client.ask('GET', address)).body.members).toMatchObject([{ value: other.id }])
  await client.patch(address, { op: 'Remove', path: 'members' })
  expect((await client.ask('GET', address)).body.members).toEqual([])
  expect((await client.ask('DELETE', address)).status).toBe(204)
  expect((await client.ask('GET', address)).status).toBe(404)
})

/** After "Okta SCIM 2.0 SPEC Test", whose steps are published. */
test('the suite of Okta: pages, a name that nobody has, the same User twice, an id that there is not, and no token', async () => {
  const first = await client.ask('GET', '/Users?count=1&startIndex=1')
  expect(first.body).toMatchObject({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
    itemsPerPage: 1,
    startIndex: 1,
  })
  const [shown] = first.body.Resources
  expect([typeof shown.id, typeof shown.userName, shown.active, typeof shown.emails[0].value]).toEqual([
    'string',
    'string',
    true,
    'string',
  ])
  const nobody = await client.ask(
    'GET',
    '/Users?filter=userName+eq+%22invalid%40corp.example%22&startIndex=1&count=100',
  )
  expect(nobody.body).toMatchObject({ totalResults: 0, itemsPerPage: 0, Resources: [] })
  const runscope = {
    ...newUser('runscope@corp.example'),
    name: { givenName: 'Runscope', familyName: 'Test' },
    emails: [{ primary: true, value: 'runscope@corp.example', type: 'work' }],
    displayName: 'Runscope Test',
    locale: 'en-US',
    externalId: '00ujl29u0le5T6Aj10h7',
    groups: [],
    password: '1mz050nq',
    active: true,
  }
  const made = await client.ask('POST', '/Users', runscope)
  expect(made.status).toBe(201)
  expect(made.body).toMatchObject({ active: true, name: { familyName: 'Test', givenName: 'Runscope' } })
  expect(JSON.stringify(made.body)).not.toContain('1mz050nq')
  const again = await client.ask('POST', '/Users', runscope)
  expect(codes(again)).toEqual([409, 'uniqueness'])
  const unknown = await client.ask('GET', '/Users/00000000-0000-4000-8000-000000000000')
  expect([unknown.status, typeof unknown.body.detail, unknown.body.schemas]).toEqual([
    404,
    'string',
    ['urn:ietf:params:scim:api:messages:2.0:Error'],
  ])
  expect((await client.ask('GET', '/Groups?count=100&startIndex=1')).body.startIndex).toBe(1)
  const bare = await client.ask('GET', '/Users', undefined, { authorization: '' })
  expect(bare.status).toBe(401)
})
