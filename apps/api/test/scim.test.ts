import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { type ScimAnswer, scimClient } from './support/scim-client.ts'

let running: RunningApp
let client: Awaited<ReturnType<typeof scimClient>>
let ask: typeof client.ask

beforeAll(async () => {
  running = await runApp(smallCompany())
  client = await scimClient(running)
  ask = client.ask
})

afterAll(() => running.stop())

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User'
const cuts = 'urn:chorus:params:scim:schemas:1.0:User'

const newUser = (userName: string, more: object = {}) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName,
  ...more,
})
const made = async (userName: string, more: object = {}) => {
  const answer = await ask('POST', '/Users', newUser(userName, more))
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return answer.body
}
const found = async (filter: string) => {
  const { status, body } = await ask('GET', `/Users?filter=${encodeURIComponent(filter)}`)
  return status === 200 ? body.Resources.map(({ userName }: { userName: string }) => userName) : body.scimType
}
const patch = (path: string, ...Operations: unknown[]) =>
  ask('PATCH', path, { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations })
const codes = ({ status, body }: ScimAnswer) => [status, body.scimType]

test('a User is made, read, replaced and deleted; what is not kept is not stored', async () => {
  const created = await ask(
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
    groups: [{ value: 'top', $ref: '/scim/v2/Groups/top', display: 'Top', type: 'direct' }],
    [cuts]: { cuts: [{ type: 'tenure', value: '0-2 years' }] },
  })
  expect((await ask('GET', `/Users/${id}`)).body).toEqual(created.body)
  const put = await ask('PUT', `/Users/${id}`, newUser('barbara@example.com', { displayName: 'Babs' }))
  expect(put.body).toMatchObject({ userName: 'barbara@example.com', displayName: 'Babs', active: true })
  // Not every identity provider sends language and cuts: a User without them leaves them as they were.
  expect(put.body).toMatchObject({ preferredLanguage: 'de-CH', [cuts]: { cuts: [{ type: 'tenure' }] } })
  expect(put.body.externalId).toBeUndefined()
  expect((await ask('DELETE', `/Users/${id}`)).status).toBe(204)
  expect((await ask('GET', `/Users/${id}`)).status).toBe(404)
  expect((await ask('DELETE', `/Users/${id}`)).status).toBe(404)
})

test('whoever is on the roster already is found by the address, and kept from the first change on', async () => {
  expect(await found('userName eq "RED1@test.example"')).toEqual(['red1@test.example'])
  const { body } = await ask('GET', `/Users?filter=${encodeURIComponent('userName eq "red1@test.example"')}`)
  const [{ id }] = body.Resources
  const after = await patch(`/Users/${id}`, { op: 'Replace', path: 'userName', value: 'rita@corp.example' })
  expect(after.body).toMatchObject({ id, userName: 'rita@corp.example', externalId: 'red1' })
  expect(after.body.emails[0].value).toBe('rita@corp.example')
  expect(await found('userName eq "red1@test.example"')).toEqual([])
})

test('a second User with the same name, address or external id is refused, and nothing is written', async () => {
  await made('one@corp.example', { externalId: 'one' })
  const total = async () => (await ask('GET', '/Users?count=0')).body.totalResults
  const before = await total()
  for (const again of [
    newUser('ONE@corp.example'),
    newUser('other', { emails: [{ value: 'one@corp.example' }] }),
    newUser('other@corp.example', { externalId: 'one' }),
    newUser('blue1@test.example'),
  ])
    expect(codes(await ask('POST', '/Users', again))).toEqual([409, 'uniqueness'])
  const two = await made('two@corp.example')
  const stolen = await patch(`/Users/${two.id}`, {
    op: 'replace',
    path: 'userName',
    value: 'one@corp.example',
  })
  expect(codes(stolen)).toEqual([409, 'uniqueness'])
  expect(await total()).toBe(before + 1)
})

test('twenty requests at once for the same person make one', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask('POST', '/Users', newUser('twin@corp.example'))),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(409)])
})

test('twenty groups that take each other’s members at once all answer, and everybody has one unit', async () => {
  const people = await Promise.all([1, 2, 3, 4].map((n) => made(`swap${n}@corp.example`)))
  const groups = await Promise.all(
    [1, 2].map(async (n) => (await ask('POST', '/Groups', { displayName: `Swap ${n}` })).body.id),
  )
  const members = people.map(({ id }) => ({ value: id }))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      patch(`/Groups/${groups[n % 2]}`, {
        op: 'add',
        path: 'members',
        value: n % 3 ? members : members.toReversed(),
      }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const sizes = await Promise.all(
    groups.map(async (id) => (await ask('GET', `/Groups/${id}`)).body.members?.length ?? 0),
  )
  expect(sizes.sort()).toEqual([0, 4])
})

test('filters: the whole grammar over what is kept, capitals as the attribute has them', async () => {
  await made('Filter.Anna@corp.example', {
    externalId: 'Fx1',
    displayName: 'Anna Filter',
    name: { givenName: 'Anna', familyName: 'Filter' },
    preferredLanguage: 'fr',
  })
  await made('filter.ben@corp.example', { externalId: 'fx2', displayName: 'Ben Filter', active: false })
  const [anna, ben] = ['Filter.Anna@corp.example', 'filter.ben@corp.example']
  const mine = 'userName sw "FILTER." and '
  expect(await found(`${mine}displayName eq "anna filter"`)).toEqual([anna])
  expect(await found('externalId eq "Fx1"')).toEqual([anna])
  expect(await found('externalId eq "fx1"')).toEqual([])
  expect(await found(`${mine}(active eq false)`)).toEqual([ben])
  expect(await found(`${mine}not (active eq "True")`)).toEqual([ben])
  expect(await found(`${mine}name.givenName pr`)).toEqual([anna])
  expect(await found(`${mine}not (name.givenName eq "Anna")`)).toEqual([ben])
  expect(
    await found(`${mine}emails[type eq "work" and value ew "@CORP.example"] and preferredLanguage ne "en"`),
  ).toEqual([anna])
  expect(await found(`${mine}emails[type eq "work"].value co "anna"`)).toEqual([anna])
  expect(await found(`${mine}emails[type eq "home"]`)).toEqual([])
  expect(await found(`${mine}(title pr or displayName gt "Ba")`)).toEqual([ben])
  expect(await found(`${mine}displayName le "Anna Filter" and title ne "Boss"`)).toEqual([anna])
  expect(await found(`${mine}urn:ietf:params:scim:schemas:core:2.0:User:userName co "ANNA"`)).toEqual([anna])
  expect(await found(`groups.value eq "red" and userName eq "red2@test.example"`)).toEqual([
    'red2@test.example',
  ])
  for (const wrong of [
    'userName',
    'shoeSize eq "42"',
    'userName gt 7',
    'emails[emails[type pr]]',
    'active gt true',
  ])
    expect(await found(wrong), wrong).toBe('invalidFilter')
  expect(await found(`userName eq "${'%'}' OR 1=1 --"`)).toEqual([])
})

test('pages count from 1, nothing is shown twice, and odd numbers are read as RFC 7644 says', async () => {
  const page = async (query: string) => (await ask('GET', `/Users?${query}`)).body
  const { totalResults } = await page('count=0')
  const seen: string[] = []
  for (let startIndex = 1; startIndex <= totalResults; startIndex += 7) {
    const one = await page(`startIndex=${startIndex}&count=7`)
    expect(one).toMatchObject({ totalResults, startIndex, itemsPerPage: one.Resources.length })
    seen.push(...one.Resources.map(({ id }: { id: string }) => id))
  }
  expect(new Set(seen).size).toBe(totalResults)
  expect(seen).toHaveLength(totalResults)
  expect(await page('startIndex=0&count=1')).toEqual(await page('startIndex=1&count=1'))
  expect(await page('startIndex=-7&count=1')).toEqual(await page('startIndex=1&count=1'))
  expect(await page('count=-1')).toMatchObject({ itemsPerPage: 0, Resources: [], totalResults })
  expect(await page('startIndex=100000')).toMatchObject({ itemsPerPage: 0, totalResults, startIndex: 100000 })
  expect(codes(await ask('GET', '/Users?startIndex=one'))).toEqual([400, 'invalidValue'])
})

test('Users are sorted both ways, and shown with the attributes that are asked for', async () => {
  const names = async (order: string) =>
    (await ask('GET', `/Users?sortBy=displayName&sortOrder=${order}&attributes=displayName`)).body.Resources
  const [up, down] = [await names('ascending'), await names('descending')]
  const shown = (list: { displayName: string }[]) => list.map(({ displayName }) => displayName.toLowerCase())
  expect(shown(up)).toEqual([...shown(up)].sort())
  expect(shown(down)).toEqual(shown(up).toReversed())
  expect(Object.keys(up[0]).sort()).toEqual(['displayName', 'id', 'schemas'])
  const { body } = await ask('GET', '/Users?count=1&excludedAttributes=emails,name.givenName,meta,groups')
  expect(Object.keys(body.Resources[0])).not.toEqual(expect.arrayContaining(['emails']))
  expect(body.Resources[0]).not.toHaveProperty('groups')
  expect(body.Resources[0]).toHaveProperty('displayName')
  expect(codes(await ask('GET', '/Users?sortBy=shoeSize'))).toEqual([400, 'invalidPath'])
})

test('a version that is not the newest keeps a change from being made', async () => {
  const user = await made('version@corp.example')
  const { version } = user.meta
  const unchanged = await ask('GET', `/Users/${user.id}`, undefined, { 'if-none-match': version })
  expect(unchanged.status).toBe(304)
  const rename = (value: string, match: string) =>
    ask(
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
  const user = await made('leaver@corp.example', { externalId: 'leaver' })
  const cookie = await running.signIn('leaver@corp.example')
  const session = async () =>
    (await running.app.inject({ url: '/api/session', headers: { cookie } })).statusCode
  expect(await session()).toBe(200)
  // As Entra ID writes it.
  const left = await patch(`/Users/${user.id}`, { op: 'Replace', path: 'active', value: 'False' })
  expect(left.body.active).toBe(false)
  expect(await session()).toBe(401)
  expect(await found('userName eq "leaver@corp.example"')).toEqual(['leaver@corp.example'])
  const back = await patch(`/Users/${user.id}`, { op: 'replace', value: { active: true } })
  expect(back.body.active).toBe(true)
  expect((await ask('DELETE', `/Users/${user.id}`)).status).toBe(204)
  expect(await found('userName eq "leaver@corp.example"')).toEqual([])
  const again = await made('leaver@corp.example', { externalId: 'leaver' })
  expect(again.id).toBe(user.id)
})

test('Groups: people move, units nest, what is taken away belongs to the whole organisation', async () => {
  const [ann, bob] = [await made('ann@corp.example'), await made('bob@corp.example')]
  const group = await ask('POST', '/Groups', {
    displayName: 'Tour Guides',
    externalId: 'g-1',
    members: [{ value: ann.id }],
  })
  expect(group.status).toBe(201)
  const { id } = group.body
  expect(group.body.members).toEqual([
    { value: ann.id, type: 'User', display: 'ann@corp.example', $ref: `/scim/v2/Users/${ann.id}` },
  ])
  const unitOf = async (user: { id: string }) => (await ask('GET', `/Users/${user.id}`)).body.groups[0].value
  expect([await unitOf(ann), await unitOf(bob)]).toEqual([id, 'top'])

  await patch(`/Groups/${id}`, { op: 'Add', path: 'members', value: [{ value: bob.id }, { value: 'tiny' }] })
  expect(await unitOf(bob)).toBe(id)
  const tiny = (await ask('GET', `/Groups/${id}`)).body.members.find(
    ({ type }: { type: string }) => type === 'Group',
  )
  expect(tiny).toMatchObject({ value: 'tiny', display: 'Tiny' })
  expect(codes(await patch('/Groups/tiny', { op: 'add', path: 'members', value: [{ value: id }] }))).toEqual([
    400,
    'invalidValue',
  ])
  expect(
    codes(await patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: 'nobody' }] })),
  ).toEqual([400, 'invalidValue'])

  expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(409)
  await patch(`/Groups/${id}`, { op: 'remove', path: `members[value eq "${ann.id}"]` })
  expect(await unitOf(ann)).toBe('top')
  const put = await ask('PUT', `/Groups/${id}`, {
    displayName: 'Guides',
    externalId: 'g-1',
    members: [{ value: ann.id }],
  })
  expect(put.body.members.map(({ value }: { value: string }) => value)).toEqual([ann.id])
  expect([await unitOf(ann), await unitOf(bob)]).toEqual([id, 'top'])
  await patch(`/Groups/${id}`, { op: 'replace', value: { id, displayName: 'Old guides', members: [] } })
  expect((await ask('DELETE', `/Groups/${id}`)).status).toBe(204)
  expect((await ask('GET', `/Groups/${id}`)).status).toBe(404)
  expect((await ask('DELETE', '/Groups/top')).status).toBe(409)
})

test('Groups are filtered, sorted and paged, and listed without members where those are left out', async () => {
  const names = async (query: string) => {
    const { body } = await ask('GET', `/Groups?${query}`)
    return body.Resources?.map(({ displayName }: { displayName: string }) => displayName) ?? body.scimType
  }
  const filter = (text: string) => names(`filter=${encodeURIComponent(text)}`)
  expect(await filter('displayName eq "red"')).toEqual(['Red'])
  expect(await filter('id eq "red" or id eq "RED"')).toEqual(['Red'])
  const { body } = await ask(
    'GET',
    `/Users?filter=${encodeURIComponent('userName eq "green1@test.example"')}`,
  )
  const [{ id }] = body.Resources
  expect(await filter(`members eq "${id}"`)).toEqual(['Green'])
  expect(await filter(`id eq "green" and members[value eq "${id}"]`)).toEqual(['Green'])
  expect(await filter(`id eq "red" and members.value eq "${id}"`)).toEqual([])
  expect(await filter('externalId pr and displayName eq "Red"')).toEqual([])
  expect(await filter('not (displayName co "e")')).not.toContain('Red')
  expect(await filter('members co "x"')).toBe('invalidFilter')
  const up = await names('sortBy=displayName')
  expect(await names('sortBy=displayName&sortOrder=descending')).toEqual(up.toReversed())
  expect(await names('sortBy=displayName&startIndex=2&count=2')).toEqual(up.slice(1, 3))
  const { body: bare } = await ask('GET', '/Groups?excludedAttributes=members')
  expect(bare.Resources.some((group: object) => 'members' in group)).toBe(false)
})

test('what is wrong is said in the shape of SCIM, with what to do', async () => {
  const refused = await ask('POST', '/Users', '{"userName": ')
  expect(refused.body).toEqual({
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: '400',
    scimType: 'invalidSyntax',
    detail: 'The body is not JSON',
  })
  expect(codes(await ask('POST', '/Users', {}))).toEqual([400, 'invalidValue'])
  expect(codes(await ask('POST', '/Users', newUser('no-address')))).toEqual([400, 'invalidValue'])
  expect(codes(await ask('POST', '/Users', newUser('a@b.example', { preferredLanguage: 'what?' })))).toEqual([
    400,
    'invalidValue',
  ])
  expect(codes(await ask('POST', '/Users', newUser('a@b.example', { active: 'maybe' })))).toEqual([
    400,
    'invalidValue',
  ])
  expect((await ask('POST', '/Users', 'x', { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await ask('GET', '/Users/7')).status).toBe(404)
  expect((await ask('POST', '/Bulk', {})).body).toMatchObject({ status: '404' })
})

test('the service says what it can do, and what it cannot', async () => {
  const { body } = await ask('GET', '/ServiceProviderConfig')
  expect(body).toMatchObject({
    patch: { supported: true },
    bulk: { supported: false },
    etag: { supported: true },
  })
  const types = (await ask('GET', '/ResourceTypes')).body
  expect(types.Resources.map(({ endpoint }: { endpoint: string }) => endpoint)).toEqual(['/Users', '/Groups'])
  const { Resources } = (await ask('GET', '/Schemas')).body
  for (const { id } of Resources) expect((await ask('GET', `/Schemas/${id}`)).body.id).toBe(id)
  expect((await ask('GET', '/Schemas/urn:none')).status).toBe(404)
})
