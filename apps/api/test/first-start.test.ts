import { listEvents } from '@chorus/db/stores/audit-trail'
import { usualLanguage } from '@chorus/db/stores/founding'
import { readMailSettings } from '@chorus/db/stores/mail-settings'
import { forEachOrganisation } from '@chorus/db/stores/whose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { setUpCode } from '../src/first-start/set-up-code.ts'
import type { App } from '../src/http/zod-app.ts'
import { type EmptyApp, runEmptyApp } from './support/empty-app.ts'
import { cookieOf } from './support/running-app.ts'
import { upload } from './support/upload.ts'

let empty: EmptyApp

beforeEach(async () => {
  empty = await runEmptyApp()
})

afterEach(() => empty.stop())

const given = (change: object = {}) => ({
  code: setUpCode(empty.parts.secrets),
  organisation: 'Northwind',
  language: 'de',
  zone: 'Europe/Zurich',
  name: 'Ada Example',
  email: 'Ada@Northwind.example',
  ...change,
})
const setUp = (change: object = {}, app: App = empty.app) =>
  app.inject({ method: 'POST', url: '/api/first-start', payload: given(change) })
const isOpen = async () => (await empty.app.inject({ url: '/api/first-start' })).json()

async function founded(): Promise<string> {
  const answer = await setUp()
  expect(answer.statusCode, answer.body).toBe(200)
  return cookieOf(answer.headers['set-cookie'])
}

const owner = async (query: string) =>
  onServer(empty.databaseUrl, async (client) => (await client.query(query)).rows)

/** As the page does: upload, take the columns for what they are taken for, preview, confirm. */
async function importPeople(cookie: string, people: string) {
  const url = '/api/organisation/import'
  const uploaded = (await upload(empty, { url, cookie }, { people })).json()
  const columns = uploaded.columns.map(({ meaning }: { meaning: string }) => meaning)
  const ask = (step: string, payload: object) =>
    empty.app.inject({ method: 'POST', url: `${url}/${uploaded.id}/${step}`, headers: { cookie }, payload })
  const preview = (await ask('preview', { columns })).json()
  const { fingerprint, history } = preview
  const confirmed = await ask('confirm', { fingerprint, history, number: null })
  expect(confirmed.statusCode, confirmed.body).toBe(200)
  return { preview }
}

const organisations = () => forEachOrganisation(empty.parts.database.office, async (id) => id)

test('the first person is HR and administrator, signed in, and the first entry of the trail says so', async () => {
  expect(await isOpen()).toEqual({ open: true })
  const cookie = await founded()
  expect(await isOpen()).toEqual({ open: false })
  const who = await empty.app.inject({ url: '/api/session', headers: { cookie } })
  expect(who.json()).toMatchObject({
    person: { name: 'Ada Example', email: 'ada@northwind.example' },
    organisation: { name: 'Northwind' },
    roles: ['employee', 'hr', 'administrator'],
    unit: { name: 'Northwind' },
  })
  const { office } = empty.parts.database
  const [kept] = await forEachOrganisation(office, async (id) => ({
    language: await usualLanguage(office, id),
    zone: (await readMailSettings(office, id))?.zone,
    events: (await listEvents(office, id, {}, 10)).map(({ number, action, actor }) => [
      number,
      action,
      actor,
    ]),
  }))
  expect(kept).toEqual({
    language: 'de',
    zone: 'Europe/Zurich',
    events: [[1, 'organisation set up', 'Ada Example']],
  })
})

test('of many who send the right code at once, to two processes, exactly one wins', async () => {
  const other = await empty.second()
  const answers = await Promise.all(
    Array.from({ length: 6 }, (_, at) =>
      setUp({ organisation: `Organisation ${at}` }, at % 2 === 0 ? empty.app : other),
    ),
  )
  const lost = answers.filter(({ statusCode }) => statusCode !== 200)
  expect(lost).toHaveLength(5)
  // Those who are too many at once are told to wait, as after wrong codes.
  for (const answer of lost) expect(['already-set-up', 'wait-before-next-try']).toContain(answer.json().code)
  expect(await organisations()).toHaveLength(1)
  expect((await setUp({}, other)).json()).toMatchObject({ code: 'already-set-up', status: 409 })
})

test('without the code nothing is made, and wrong codes are slowed down, also for whoever has the right one', async () => {
  for (const code of ['', 'AAAA-AAAA-AAAA-AAAAA', given().code.slice(1)])
    expect((await setUp({ code })).json()).toMatchObject({ code: 'set-up-code-not-valid', status: 403 })
  const slowed = await setUp()
  expect(slowed.json()).toMatchObject({ code: 'wait-before-next-try', retryAfter: 15 })
  expect(await organisations()).toEqual([])
  empty.clock.now = new Date(empty.clock.now.getTime() + 15_000)
  await founded()
})

test('a person without a usable name or address, and a zone that is none, make nothing', async () => {
  for (const change of [
    { name: ' ' },
    { email: 'ada' },
    { zone: '+01:00' },
    { organisation: '' },
    { language: 'xx' },
  ])
    expect((await setUp(change)).statusCode, JSON.stringify(change)).toBe(400)
  expect(await organisations()).toEqual([])
})

test('when the person cannot be written, there is no organisation either', async () => {
  await owner(`ALTER TABLE person ADD CONSTRAINT broken CHECK (name <> 'Ada Example')`)
  expect((await setUp()).statusCode).toBe(500)
  expect(empty.reported).toHaveLength(1)
  expect(await organisations()).toEqual([])
  expect(await isOpen()).toEqual({ open: true })
})

test('once somebody else is administrator the first person is HR alone, and cannot set sign-in any more', async () => {
  const cookie = await founded()
  const headers = { cookie }
  const settings = () => empty.app.inject({ url: '/api/sign-in-settings', headers })
  expect((await settings()).statusCode).toBe(200)
  const rights = (await empty.app.inject({ url: '/api/rights', headers })).json()
  expect(rights.people).toMatchObject([{ name: 'Ada Example', role: 'hr', alsoAdministrator: true }])
  await importPeople(cookie, 'person_id,name,email,Team\n1,Ben,ben@northwind.example,Red')
  const [ben] = (await empty.app.inject({ url: '/api/colleagues?search=Ben', headers })).json().people
  const given = await empty.app.inject({
    method: 'PUT',
    url: `/api/rights/${ben.id}`,
    headers,
    payload: { role: 'administrator', hrUnits: [], leads: [] },
  })
  expect(given.statusCode, given.body).toBe(200)
  expect((await settings()).json()).toMatchObject({ code: 'not-allowed' })
  const who = await empty.app.inject({ url: '/api/session', headers })
  expect(who.json().roles).toEqual(['employee', 'hr'])
})

test('an import that leaves the first person out keeps the person, without a question, and speaks the usual language', async () => {
  const cookie = await founded()
  const rows = ['1,Ben,ben@northwind.example,Red', '2,Cleo,cleo@northwind.example,Blue']
  const { preview } = await importPeople(cookie, ['person_id,name,email,Team', ...rows].join('\n'))
  expect(preview).toMatchObject({ you: 'kept', stop: null, people: 3, counts: { joined: 2, left: 0 } })
  const who = await empty.app.inject({ url: '/api/session', headers: { cookie } })
  expect(who.json().roles).toEqual(['employee', 'hr', 'administrator'])
  const languages = await owner('SELECT DISTINCT language FROM person')
  expect(languages).toEqual([{ language: 'de' }])
})

test('an import that knows the first person by a number of its own takes the person over, still signed in and HR', async () => {
  const cookie = await founded()
  const rows = ['4711,Ada Example,ada@northwind.example,Red,', '1,Ben,ben@northwind.example,Red,hr']
  const { preview } = await importPeople(cookie, ['person_id,name,email,Team,role', ...rows].join('\n'))
  expect(preview).toMatchObject({ you: 'role-kept', stop: null, people: 2, counts: { joined: 1, left: 0 } })
  const who = await empty.app.inject({ url: '/api/session', headers: { cookie } })
  expect(who.json()).toMatchObject({ roles: ['employee', 'hr', 'administrator'], unit: { name: 'Red' } })
  expect(await owner(`SELECT external_id FROM person WHERE name LIKE 'Ada%'`)).toEqual([
    { external_id: '4711' },
  ])
  const undone = await empty.app.inject({
    method: 'POST',
    url: '/api/organisation/import/undo',
    headers: { cookie },
  })
  expect(undone.statusCode, undone.body).toBe(204)
  expect((await empty.app.inject({ url: '/api/session', headers: { cookie } })).json().unit.name).toBe(
    'Northwind',
  )
})
