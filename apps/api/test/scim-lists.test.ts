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

test('filters: the whole grammar over what is kept, capitals as the attribute has them', async () => {
  await client.made('Filter.Anna@corp.example', {
    externalId: 'Fx1',
    displayName: 'Anna Filter',
    name: { givenName: 'Anna', familyName: 'Filter' },
    preferredLanguage: 'fr',
  })
  await client.made('filter.ben@corp.example', {
    externalId: 'fx2',
    displayName: 'Ben Filter',
    active: false,
  })
  const [anna, ben] = ['Filter.Anna@corp.example', 'filter.ben@corp.example']
  const mine = 'userName sw "FILTER." and '
  expect(await client.found(`${mine}displayName eq "anna filter"`)).toEqual([anna])
  expect(await client.found('externalId eq "Fx1"')).toEqual([anna])
  expect(await client.found('externalId eq "fx1"')).toEqual([])
  expect(await client.found(`${mine}(active eq false)`)).toEqual([ben])
  expect(await client.found(`${mine}not (active eq "True")`)).toEqual([ben])
  expect(await client.found(`${mine}name.givenName pr`)).toEqual([anna])
  expect(await client.found(`${mine}not (name.givenName eq "Anna")`)).toEqual([ben])
  expect(
    await client.found(
      `${mine}emails[type eq "work" and value ew "@CORP.example"] and preferredLanguage ne "en"`,
    ),
  ).toEqual([anna])
  expect(await client.found(`${mine}emails[type eq "work"].value co "anna"`)).toEqual([anna])
  expect(await client.found(`${mine}emails[type eq "home"]`)).toEqual([])
  expect(await client.found(`${mine}(title pr or displayName gt "Ba")`)).toEqual([ben])
  expect(await client.found(`${mine}displayName le "Anna Filter" and title ne "Boss"`)).toEqual([anna])
  expect(await client.found(`${mine}urn:ietf:params:scim:schemas:core:2.0:User:userName co "ANNA"`)).toEqual([
    anna,
  ])
  expect(await client.found(`groups.value eq "red" and userName eq "red2@test.example"`)).toEqual([
    'red2@test.example',
  ])
  for (const wrong of [
    'userName',
    'shoeSize eq "42"',
    'userName gt 7',
    'emails[emails[type pr]]',
    'active gt true',
  ])
    expect(await client.found(wrong), wrong).toBe('invalidFilter')
  expect(await client.found(`userName eq "${'%'}' OR 1=1 --"`)).toEqual([])
})

test('pages count from 1, nothing is shown twice, and odd numbers are read as RFC 7644 says', async () => {
  const page = async (query: string) => (await client.ask('GET', `/Users?${query}`)).body
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
  expect(codes(await client.ask('GET', '/Users?startIndex=one'))).toEqual([400, 'invalidValue'])
})

test('Users are sorted both ways, and shown with the attributes that are asked for', async () => {
  const names = async (order: string) =>
    (await client.ask('GET', `/Users?sortBy=displayName&sortOrder=${order}&attributes=displayName`)).body
      .Resources
  const [up, down] = [await names('ascending'), await names('descending')]
  const shown = (list: { displayName: string }[]) => list.map(({ displayName }) => displayName.toLowerCase())
  expect(shown(up)).toEqual([...shown(up)].sort())
  expect(shown(down)).toEqual(shown(up).toReversed())
  expect(Object.keys(up[0]).sort()).toEqual(['displayName', 'id', 'schemas'])
  const { body } = await client.ask(
    'GET',
    '/Users?count=1&excludedAttributes=emails,name.givenName,meta,groups',
  )
  expect(Object.keys(body.Resources[0])).not.toEqual(expect.arrayContaining(['emails']))
  expect(body.Resources[0]).not.toHaveProperty('groups')
  expect(body.Resources[0]).toHaveProperty('displayName')
  expect(codes(await client.ask('GET', '/Users?sortBy=shoeSize'))).toEqual([400, 'invalidPath'])
})
