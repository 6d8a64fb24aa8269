import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'
import { type ScimClient, scimClient } from './support/scim-client.ts'

let running: RunningApp
let client: ScimClient
let cookie: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  client = await scimClient(running)
  cookie = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

const dayMilliseconds = 24 * 3_600_000
/** Each test has a day of its own. */
beforeEach(() => {
  running.clock.now = new Date(running.clock.now.getTime() + dayMilliseconds)
})

type Listed = { id: string; day: string; kind: string; from: { name: string }[]; to: { name: string }[] }
const listed = async (): Promise<Listed[]> => {
  cookie = await running.signIn('top2@test.example')
  const answer = await running.app.inject({ url: '/api/organisation/unit-changes', headers: { cookie } })
  return answer.json().changes
}
const names = (units: { name: string }[]) => units.map(({ name }) => name).join(' + ')
/** What is noted of today, in words. */
const told = async () => {
  const day = running.clock.now.toISOString().slice(0, 10)
  return (await listed())
    .filter((one) => one.day === day)
    .map(({ kind, from, to }) => `${kind}: ${names(from)} -> ${names(to)}`)
    .sort()
}
const team = async (displayName: string, people: string[] = []): Promise<string> =>
  (await client.ask('POST', '/Groups', { displayName, members: people.map((value) => ({ value })) })).body.id
const peopleNamed = (name: string, count: number): Promise<string[]> =>
  Promise.all(
    Array.from({ length: count }, async (_, n) => (await client.made(`${name}${n}@corp.example`)).id),
  )
const rename = (id: string, displayName: string) =>
  client.patch(`/Groups/${id}`, { op: 'replace', value: { displayName } })
const members = (id: string, op: string, ids: string[]) =>
  client.patch(`/Groups/${id}`, { op, path: 'members', value: ids.map((value) => ({ value })) })
const remove = (id: string) => client.ask('DELETE', `/Groups/${id}`)

test('a rename and a move are noted; a unit that is made, filled and nested on one day has no past to tell', async () => {
  await rename('red', 'Crimson')
  await members('blue', 'add', ['green'])
  const fresh = await team('Fresh', await peopleNamed('fresh', 4))
  await rename(fresh, 'Fresher')
  await members('blue', 'add', [fresh])
  expect(await told()).toEqual(['moved: Green -> Green', 'renamed: Red -> Crimson'])
  await rename('red', 'Red')
  expect(await told()).toEqual(['moved: Green -> Green'])
})

test('a group whose members went into another one on the day it was deleted was merged, in whatever order that came', async () => {
  const [left, right] = [await peopleNamed('left', 5), await peopleNamed('right', 5)]
  const [one, other, third] = [await team('One', left), await team('Other', right), await team('Third')]
  running.clock.now = new Date(running.clock.now.getTime() + dayMilliseconds)
  // As Okta does it: out of the one, then into the other.
  for (const id of left)
    await client.patch(`/Groups/${one}`, { op: 'remove', path: `members[value eq "${id}"]` })
  expect((await remove(one)).status).toBe(204)
  expect(await told()).toEqual(['closed: One -> '])
  await members(other, 'add', left)
  expect(await told()).toEqual(['merged: Other + One -> Other'])
  expect((await remove(third)).status).toBe(204)
  expect(await told()).toEqual(['closed: Third -> ', 'merged: Other + One -> Other'])
})

test('a group made anew with the people of one that goes is the same unit; one made with half of them is a split', async () => {
  const [all, half] = [await peopleNamed('all', 4), await peopleNamed('half', 8)]
  const [old, large] = [await team('Old id', all), await team('Large', half)]
  running.clock.now = new Date(running.clock.now.getTime() + dayMilliseconds)
  await team('New id', all)
  await remove(old)
  await team('Half', half.slice(4))
  expect(await told()).toEqual(['renamed: Old id -> New id', 'split: Large -> Large + Half'])
  expect((await client.ask('GET', `/Groups/${large}`)).body.members).toHaveLength(4)
})

test('what HR removes stays away, and a day that is over is told by the daily work and then forgotten', async () => {
  await rename('tiny', 'Small')
  const [note] = await listed()
  const gone = await running.app.inject({
    method: 'DELETE',
    url: `/api/organisation/unit-changes/${note?.id}`,
    headers: { cookie },
  })
  expect(gone.statusCode).toBe(204)
  await rename('blue', 'Azure')
  expect(await told()).toEqual(['renamed: Blue -> Azure'])
  await rename('green', 'Emerald')
  running.clock.now = new Date(running.clock.now.getTime() + dayMilliseconds)
  expect(
    (await listed())
      .slice(0, 2)
      .map(({ from }) => names(from))
      .sort(),
  ).toEqual(['Blue', 'Green'])
  const { rows } = await running.database.office.execute(
    'SELECT FROM scim_day UNION ALL SELECT FROM scim_moved',
  )
  expect(rows).toEqual([])
})
