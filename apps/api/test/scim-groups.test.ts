import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { codes, type ScimClient, scimClient } from './support/scim-client.ts'

let running: RunningApp
let client: ScimClient

beforeAll(async () => {
  running = await runApp(smallCompany())
  client = await scimClient(running)
})

afterAll(() => running.stop())

test('twenty groups that take each other’s members at once all answer, and everybody has one unit', async () => {
  const people = await Promise.all([1, 2, 3, 4].map((n) => client.made(`swap${n}@corp.example`)))
  const groups = await Promise.all(
    [1, 2].map(async (n) => (await client.ask('POST', '/Groups', { displayName: `Swap ${n}` })).body.id),
  )
  const members = people.map(({ id }) => ({ value: id }))
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, n) =>
      client.patch(`/Groups/${groups[n % 2]}`, {
        op: 'add',
        path: 'members',
        value: n % 3 ? members : members.toReversed(),
      }),
    ),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  const sizes = await Promise.all(
    groups.map(async (id) => (await client.ask('GET', `/Groups/${id}`)).body.members?.length ?? 0),
  )
  expect(sizes.sort()).toEqual([0, 4])
})

test('Groups: people move, units nest, what is taken away belongs to the whole organisation', async () => {
  const [ann, bob] = [await client.made('ann@corp.example'), await client.made('bob@corp.example')]
  const group = await client.ask('POST', '/Groups', {
    displayName: 'Tour Guides',
    externalId: 'g-1',
    members: [{ value: ann.id }],
  })
  expect(group.status).toBe(201)
  const { id } = group.body
  expect(group.body.members).toEqual([
    { value: ann.id, type: 'User', display: 'ann@corp.example', $ref: `/scim/v2/Users/${ann.id}` },
  ])
  const unitOf = async (user: { id: string }) =>
    (await client.ask('GET', `/Users/${user.id}`)).body.groups[0].value
  expect([await unitOf(ann), await unitOf(bob)]).toEqual([id, 'top'])

  await client.patch(`/Groups/${id}`, {
    op: 'Add',
    path: 'members',
    value: [{ value: bob.id }, { value: 'tiny' }],
  })
  expect(await unitOf(bob)).toBe(id)
  const tiny = (await client.ask('GET', `/Groups/${id}`)).body.members.find(
    ({ type }: { type: string }) => type === 'Group',
  )
  expect(tiny).toMatchObject({ value: 'tiny', display: 'Tiny' })
  expect(
    codes(await client.patch('/Groups/tiny', { op: 'add', path: 'members', value: [{ value: id }] })),
  ).toEqual([400, 'invalidValue'])
  expect(
    codes(await client.patch(`/Groups/${id}`, { op: 'add', path: 'members', value: [{ value: 'nobody' }] })),
  ).toEqual([400, 'invalidValue'])

  expect((await client.ask('DELETE', `/Groups/${id}`)).status).toBe(409)
  await client.patch(`/Groups/${id}`, { op: 'remove', path: `members[value eq "${ann.id}"]` })
  expect(await unitOf(ann)).toBe('top')
  const put = await client.ask('PUT', `/Groups/${id}`, {
    displayName: 'Guides',
    externalId: 'g-1',
    members: [{ value: ann.id }],
  })
  expect(put.body.members.map(({ value }: { value: string }) => value)).toEqual([ann.id])
  expect([await unitOf(ann), await unitOf(bob)]).toEqual([id, 'top'])
  await client.patch(`/Groups/${id}`, {
    op: 'replace',
    value: { id, displayName: 'Old guides', members: [] },
  })
  expect((await client.ask('DELETE', `/Groups/${id}`)).status).toBe(204)
  expect((await client.ask('GET', `/Groups/${id}`)).status).toBe(404)
  expect((await client.ask('DELETE', '/Groups/top')).status).toBe(409)
})

test('Groups are filtered, sorted and paged, and listed without members where those are left out', async () => {
  const names = async (query: string) => {
    const { body } = await client.ask('GET', `/Groups?${query}`)
    return body.Resources?.map(({ displayName }: { displayName: string }) => displayName) ?? body.scimType
  }
  const filter = (text: string) => names(`filter=${encodeURIComponent(text)}`)
  expect(await filter('displayName eq "red"')).toEqual(['Red'])
  expect(await filter('id eq "red" or id eq "RED"')).toEqual(['Red'])
  const { body } = await client.ask(
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
  const { body: bare } = await client.ask('GET', '/Groups?excludedAttributes=members')
  expect(bare.Resources.some((group: object) => 'members' in group)).toBe(false)
})
