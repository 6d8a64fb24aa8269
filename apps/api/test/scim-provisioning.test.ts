import { withinOrganisation } from '@chorus/db/organisation-scope'
import { createOrganisation } from '@chorus/db/stores/organisations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp } from './support/running-app.ts'
import { scimClient } from './support/scim-client.ts'

let running: RunningApp
let ask: Awaited<ReturnType<typeof scimClient>>['ask']

beforeAll(async () => {
  running = await runApp({
    units: 'unit_id,parent_id,name\ncompany,,Company',
    people: 'person_id,name,email,unit_id,role\nhr,Hanna HR,hr@corp.example,company,hr',
  })
  ask = (await scimClient(running)).ask
})

afterAll(() => running.stop())

const teams = ['Support', 'Sales', 'Design', 'Research', 'Platform']
const name = (n: number) => `person${n}@corp.example`
const tree = async () => {
  const cookie = await running.signIn('hr@corp.example')
  const { units, people } = (
    await running.app.inject({ url: '/api/organisation', headers: { cookie } })
  ).json()
  return {
    people,
    units: Object.fromEntries(
      units.map((unit: { name: string; parent: string | null; people: number }) => [unit.name, unit.people]),
    ),
  }
}
const encoded = (filter: string) => `filter=${encodeURIComponent(filter)}`

/** What Entra ID sends, after "Develop and plan provisioning for a SCIM endpoint" of its public documentation. */
const entra = {
  connect: () => ask('GET', `/Users?${encoded(`userName eq "6f1f1c3a-3d6a-4e0e-a2b4-0c1a9b9e7d11"`)}`),
  find: (userName: string) => ask('GET', `/Users?${encoded(`userName eq "${userName}"`)}`),
  create: (n: number) =>
    ask('POST', '/Users', {
      schemas: [
        'urn:ietf:params:scim:schemas:core:2.0:User',
        'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      ],
      externalId: `0a21f0f2-8d2a-4f8e-bf98-7363c4ae${String(n).padStart(4, '0')}`,
      userName: name(n),
      active: true,
      addresses: null,
      displayName: `Person ${n}`,
      emails: [{ type: 'work', value: name(n), primary: true }],
      meta: { resourceType: 'User' },
      name: { formatted: `Person ${n}`, familyName: `${n}`, givenName: 'Person' },
      phoneNumbers: [],
      roles: [],
      title: null,
    }),
  members: (group: string, verb: string, ids: string[]) =>
    ask('PATCH', `/Groups/${group}`, {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
      Operations: [{ op: verb, path: 'members', value: ids.map((value) => ({ $ref: null, value })) }],
    }),
}

test('fifty people and six groups: provisioned, moved, renamed, left, read in pages', async () => {
  expect((await entra.connect()).body).toMatchObject({ totalResults: 0, Resources: [] })

  const ids: string[] = []
  for (let n = 1; n <= 50; n += 1) {
    expect((await entra.find(name(n))).body.totalResults).toBe(0)
    const { status, body } = await entra.create(n)
    expect(status).toBe(201)
    ids.push(body.id)
  }
  const groups: string[] = []
  for (const displayName of [...teams, 'Product'])
    groups.push(
      (
        await ask('POST', '/Groups', {
          schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
          externalId: `g-${displayName}`,
          displayName,
          meta: { resourceType: 'Group' },
        })
      ).body.id,
    )
  for (const [team, group] of groups.slice(0, 5).entries())
    for (let from = team * 10; from < team * 10 + 10; from += 5)
      expect((await entra.members(group, 'Add', ids.slice(from, from + 5))).status).toBe(200)
  // Okta pushes a group with what lies in it: Design and Research are teams of Product.
  const [support, sales, design, research, platform, product] = groups.map(String)
  const nested = await ask('PATCH', `/Groups/${product}`, {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
    Operations: [
      { op: 'add', path: 'members', value: [{ value: design, display: 'Design' }, { value: research }] },
      { op: 'replace', value: { id: product, displayName: 'Product & Design' } },
    ],
  })
  expect(nested.body.members.map(({ display }: { display: string }) => display).sort()).toEqual([
    'Design',
    'Research',
  ])
  expect(await tree()).toEqual({
    people: 51,
    units: {
      Company: 1,
      Support: 10,
      Sales: 10,
      'Product & Design': 0,
      Design: 10,
      Research: 10,
      Platform: 10,
    },
  })

  // Okta moves somebody: out of one group by a filter, into the other.
  const [mover = '', leaver = ''] = ids
  const out = { op: 'remove', path: `members[value eq "${mover}"]` }
  await ask('PATCH', `/Groups/${support}`, { Operations: [out] })
  await ask('PATCH', `/Groups/${sales}`, {
    Operations: [{ op: 'add', path: 'members', value: [{ value: mover }] }],
  })
  // Entra ID asks whether somebody is a member before it adds one.
  const member = `id eq "${sales}" and members eq "${mover}"`
  expect((await ask('GET', `/Groups?excludedAttributes=members&${encoded(member)}`)).body.totalResults).toBe(
    1,
  )

  // Okta renames by PUT, Entra ID by PATCH without a path.
  const okta = {
    ...(await ask('GET', `/Users/${ids[2]}`)).body,
    userName: 'renamed@corp.example',
    password: 'x',
  }
  okta.emails = [{ value: 'renamed@corp.example', type: 'work', primary: true }]
  expect((await ask('PUT', `/Users/${ids[2]}`, okta)).body.userName).toBe('renamed@corp.example')
  const value = { displayName: 'Another Name', 'name.familyName': 'Name' }
  const patched = await ask('PATCH', `/Users/${ids[3]}`, { Operations: [{ op: 'replace', value }] })
  expect(patched.body).toMatchObject({
    displayName: 'Another Name',
    name: { familyName: 'Name', givenName: 'Person' },
  })

  // Leavers: Entra ID disables one, then deletes it; Okta disables one, and deletes nothing.
  const disable = { Operations: [{ op: 'Replace', path: 'active', value: 'False' }] }
  await ask('PATCH', `/Users/${leaver}`, disable)
  expect((await ask('DELETE', `/Users/${leaver}`)).status).toBe(204)
  await ask('PATCH', `/Users/${ids[4]}`, { Operations: [{ op: 'replace', value: { active: false } }] })
  expect(await tree()).toEqual({
    people: 49,
    units: {
      Company: 1,
      Support: 7,
      Sales: 11,
      'Product & Design': 0,
      Design: 10,
      Research: 10,
      Platform: 10,
    },
  })

  // A team goes: first its people, as Chorus says, then the group.
  expect((await ask('DELETE', `/Groups/${platform}`)).body.detail).toContain('first')
  await entra.members(String(support), 'Add', ids.slice(40))
  expect((await ask('DELETE', `/Groups/${platform}`)).status).toBe(204)
  expect((await tree()).units).toMatchObject({ Support: 17 })

  const pages = []
  for (let startIndex = 1; startIndex <= 50; startIndex += 20)
    pages.push((await ask('GET', `/Users?startIndex=${startIndex}&count=20`)).body)
  expect(pages.map(({ itemsPerPage, totalResults }) => [itemsPerPage, totalResults])).toEqual([
    [20, 50],
    [20, 50],
    [10, 50],
  ])
  const seen = pages.flatMap(({ Resources }) => Resources.map(({ id }: { id: string }) => id))
  expect(new Set(seen).size).toBe(50)
  expect(seen).not.toContain(leaver)
})

test('an organisation that has nothing yet gets its root with the first User', async () => {
  const { id } = await createOrganisation(running.database.office, 'Fresh')
  const fresh = await withinOrganisation(id, () => scimClient(running, id))
  const made = await fresh.ask('POST', '/Users', { userName: 'first@fresh.example' })
  expect(made.body.groups).toMatchObject([{ display: 'Fresh' }])
  expect((await fresh.ask('GET', '/Users')).body.totalResults).toBe(1)
  expect((await fresh.ask('GET', `/Users?${encoded(`userName eq "${name(1)}"`)}`)).body.totalResults).toBe(0)
  expect((await ask('GET', `/Users/${made.body.id}`)).status).toBe(404)
})
