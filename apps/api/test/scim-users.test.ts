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

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const cuts = 'urn:chorus:params:scim:schemas:1.0:User'

test('a User is made, read, replaced and deleted; what is not kept is not stored', async () => {
  const created = await client.ask(
    'POST',
    '/Users',
    newUser('Bjensen@Example.com', {
      externalId: '701984',
      name: { formatted: 'Ms. Barbara J Jensen, III', givenName: 'Barbara', familyName: 'Jensen' },
      title: 'Tour Guide',
      password: 't1meMa$heen',
      emails: [
        { value: 'babs@jensen.example', type: 'home' },
        { value: 'Barbara@Example.com', type: 'work', primary: true },
      ],
      preferredLanguage: 'de_CH',
      [cuts]: { cuts: [{ type: 'tenure', value: '0-2 years' }] },
      [enterprise]: { department: 'Tours', manager: { value: '26118915' } },
    }),
  )
  expect(created.status).toBe(201)
  expect(created.headers.get('content-type')).toBe('application/scim+json; charset=utf-8')
  const { id, meta, ...user } = created.body
  expect(created.headers.get('location')).toBe(`/scim/v2/Users/${id}`)
  expect(created.headers.get('etag')).toBe(meta.version)
  expect(user).toEqual({
    schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', cuts],
    externalId: '701984',
    userName: 'Bjensen@Example.com',
    name: { formatted: 'Ms. Barbara J Jensen, III', givenName: 'Barbara', familyName: 'Jensen' },
    displayName: 'Ms. Barbara J Jensen, III',
    emails: [{ value: 'barbara@example.com', type: 'work', primary: true }],
    active: true,
    preferredLanguage: 'de-CH',
    locale: 'de-CH',
    groups: [{ value: 'top', $ref: '/scim/v2/Groups/top', display: 'Top', type: 'direct' }],
    [cuts]: { cuts: [{ type: 'tenure', value: '0-2 years' }] },
  })
  expect((await client.ask('GET', `/Users/${id}`)).body).toEqual(created.body)
  const put = await client.ask('PUT', `/Users/${id}`, newUser('barbara@example.com', { displayName: 'Babs' }))
  expect(put.body).toMatchObject({ userName: 'barbara@example.com', displayName: 'Babs', active: true })
  // Not every identity provider sends language and cuts: a User without them leaves them as they were.
  expect(put.body).toMatchObject({ preferredLanguage: 'de-CH', [cuts]: { cuts: [{ type: 'tenure' }] } })
  expect(put.body.externalId).toBeUndefined()
  expect((await client.ask('DELETE', `/Users/${id}`)).status).toBe(204)
  expect((await client.ask('GET', `/Users/${id}`)).status).toBe(404)
  expect((await client.ask('DELETE', `/Users/${id}`)).status).toBe(404)
})

test('whoever is on the roster already is found by the address, and kept from the first change on', async () => {
  expect(await client.found('userName eq "RED1@test.example"')).toEqual(['red1@test.example'])
  const { body } = await client.ask(
    'GET',
    `/Users?filter=${encodeURIComponent('userName eq "red1@test.example"')}`,
  )
  const [{ id }] = body.Resources
  const after = await client.patch(`/Users/${id}`, {
    op: 'Replace',
    path: 'userName',
    value: 'rita@corp.example',
  })
  expect(after.body).toMatchObject({ id, userName: 'rita@corp.example', externalId: 'red1' })
  expect(after.body.emails[0].value).toBe('rita@corp.example')
  expect(await client.found('userName eq "red1@test.example"')).toEqual([])
})

test('a second User with the same name, address or external id is refused, and nothing is written', async () => {
  await client.made('one@corp.example', { externalId: 'one' })
  const total = async () => (await client.ask('GET', '/Users?count=0')).body.totalResults
  const before = await total()
  for (const again of [
    newUser('ONE@corp.example'),
    newUser('other', { emails: [{ value: 'one@corp.example' }] }),
    newUser('other@corp.example', { externalId: 'one' }),
    newUser('blue1@test.example'),
  ])
    expect(codes(await client.ask('POST', '/Users', again))).toEqual([409, 'uniqueness'])
  const two = await client.made('two@corp.example')
  const stolen = await client.patch(`/Users/${two.id}`, {
    op: 'replace',
    path: 'userName',
    value: 'one@corp.example',
  })
  expect(codes(stolen)).toEqual([409, 'uniqueness'])
  expect(await total()).toBe(before + 1)
})

test('twenty requests at once for the same person make one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => client.ask('POST', '/Users', newUser('twin@corp.example'))),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
})

test('a version that is not the newest keeps a change from being made', async () => {
  const user = await client.made('version@corp.example')
  const { version } = user.meta
  const unchanged = await client.ask('GET', `/Users/${user.id}`, undefined, { 'if-none-match': version })
  expect(unchanged.status).toBe(304)
  const rename = (value: string, match: string) =>
    client.ask(
      'PATCH',
      `/Users/${user.id}`,
      { Operations: [{ op: 'replace', value: { displayName: value } }] },
      { 'if-match': match },
    )
  const first = await rename('First', version)
  expect(first.status).toBe(200)
  expect(first.body.meta.version).not.toBe(version)
  expect((await rename('Second', version)).status).toBe(412)
  expect((await rename('Third', '*')).body.displayName).toBe('Third')
})

test('a leaver is signed out and not counted, comes back by "active", and a deleted one by a new User', async () => {
  const user = await client.made('leaver@corp.example', { externalId: 'leaver' })
  const cookie = await running.signIn('leaver@corp.example')
  const session = async () =>
    (await running.app.inject({ url: '/api/session', headers: { cookie } })).statusCode
  expect(await session()).toBe(200)
  // As Entra ID writes it.
  const left = await client.patch(`/Users/${user.id}`, { op: 'Replace', path: 'active', value: 'False' })
  expect(left.body.active).toBe(false)
  expect(await session()).toBe(401)
  expect(await client.found('userName eq "leaver@corp.example"')).toEqual(['leaver@corp.example'])
  const back = await client.patch(`/Users/${user.id}`, { op: 'replace', value: { active: true } })
  expect(back.body.active).toBe(true)
  expect((await client.ask('DELETE', `/Users/${user.id}`)).status).toBe(204)
  expect(await client.found('userName eq "leaver@corp.example"')).toEqual([])
  const again = await client.made('leaver@corp.example', { externalId: 'leaver' })
  expect(again.id).toBe(user.id)
})

test('time zone and language are kept, shown back, found by a filter, and left alone by a User that says nothing of them', async () => {
  const user = await client.made('zurich@corp.example', {
    timezone: 'Europe/Zurich',
    preferredLanguage: 'de_CH, fr;q=0.8',
  })
  expect(user).toMatchObject({ timezone: 'Europe/Zurich', preferredLanguage: 'de-CH', locale: 'de-CH' })
  expect(await client.found('timezone eq "europe/ZURICH"')).toEqual(['zurich@corp.example'])
  expect(await client.found('timezone sw "Europe/" and locale eq "de-ch"')).toEqual(['zurich@corp.example'])
  const put = await client.ask('PUT', `/Users/${user.id}`, newUser('zurich@corp.example'))
  expect(put.body).toMatchObject({ timezone: 'Europe/Zurich', preferredLanguage: 'de-CH' })

  const moved = await client.patch(
    `/Users/${user.id}`,
    { op: 'Replace', path: 'timezone', value: 'Asia/Tokyo' },
    { op: 'Add', path: 'locale', value: 'ja_JP' },
  )
  expect(moved.body).toMatchObject({ timezone: 'Asia/Tokyo', preferredLanguage: 'ja-JP', locale: 'ja-JP' })
  const removed = await client.patch(`/Users/${user.id}`, { op: 'remove', path: 'timezone' })
  expect(removed.body).not.toHaveProperty('timezone')
  expect(await client.found('userName sw "zurich" and not (timezone pr)')).toEqual(['zurich@corp.example'])

  for (const timezone of ['W. Europe Standard Time', '+01:00', 'Europe/Zurych']) {
    const refused = await client.patch(`/Users/${user.id}`, { op: 'add', path: 'timezone', value: timezone })
    expect(codes(refused), timezone).toEqual([400, 'invalidValue'])
    expect(refused.body.detail).toContain('such as "Europe/Zurich"')
  }
})

test('who agrees to changes of the rules keeps the address, whatever an identity provider says', async () => {
  const { rows } = await running.database.office.execute<{ id: string }>(
    `SELECT id FROM person WHERE external_id = 'top3'`,
  )
  const patch = {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'else@test.example' }],
  }
  const address = `/Users/${rows[0]?.id}`
  await running.database.office.execute('UPDATE organisation SET second_person = true')
  const refused = await client.ask('PATCH', address, patch)
  expect([refused.status, refused.body.detail]).toEqual([
    403,
    expect.stringContaining('keeps the e-mail address'),
  ])
  await running.database.office.execute('UPDATE organisation SET second_person = false')
  expect((await client.ask('PATCH', address, patch)).body.emails).toMatchObject([
    { value: 'else@test.example' },
  ])
})
