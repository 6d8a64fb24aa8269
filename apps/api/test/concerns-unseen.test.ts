import type { Ballot } from '@chorus/ballot/ballot-client'
import { usualMailSettings } from '@chorus/contracts/quiet-hours'
import { writeMailSettings } from '@chorus/db/stores/mail-settings'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyOfRows } from '../../../packages/db/test/support/every-table.ts'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { mailConcerns } from '../src/concerns/mail-concerns.ts'
import { collectTickets, concernBody, type ShownMonth, sendConcern } from './support/concern-device.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

/** Everybody has collected tickets. One of these two raises a concern: nobody may be able to say which. */
const [ada, bea] = ['blue1', 'blue2'] as const

const readers = {
  ada,
  bea,
  colleague: 'blue3',
  manager: 'red1',
  'manager of all': 'top1',
  hr: 'top2',
  administrator: 'tiny2',
  auditor: 'top3',
  'trusted person': 'red3',
  'escalation person': 'green1',
}

let running: RunningApp
let trusted: string
let shown: ShownMonth
const tickets = new Map<string, Ballot[]>()

beforeAll(async () => {
  running = await runApp(smallCompany())
  const { office } = running.database
  await writeMailSettings(office, running.organisation, { ...usualMailSettings, zone: 'UTC' })
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query<{ id: string; who: string }>('SELECT id, external_id AS who FROM person'),
  )
  const idOf = (who: string) => rows.find((row) => row.who === who)?.id
  const hr = { cookie: await running.signIn('top2@test.example') }
  const payload = {
    person: idOf('red3'),
    escalation: idOf('green1'),
    office: 'Ombudsperson',
    about: '',
    languages: ['en'],
  }
  const named = await running.app.inject({
    method: 'POST',
    url: '/api/trusted-persons',
    headers: hr,
    payload,
  })
  trusted = named.json().id
  for (const { who } of rows) {
    const collected = await collectTickets(running, await running.signIn(`${who}@test.example`))
    shown = collected.shown
    tickets.set(who, collected.tickets)
  }
  await onServer(running.databaseUrl, async (client) => {
    for (const table of changing) await client.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
  })
})

afterAll(() => running.stop())

/** What raising, being told of it, and signing in to look around write. */
const changing = ['concern_setting', 'outgoing_mail', 'session_page', 'audit_event'] as const

async function takeBack(): Promise<void> {
  await onServer(running.databaseUrl, async (client) => {
    await client.query('DELETE FROM concern')
    for (const table of changing) {
      await client.query(`DELETE FROM ${table}`)
      await client.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`)
    }
  })
}

const seed = new Uint8Array(32).fill(5)
const text = 'The brakes of line 3 are not tested.'

async function raise(person: string, ticket = 0, words = text) {
  const sent = await sendConcern(
    running,
    concernBody(shown, tickets.get(person)?.[ticket], { trusted, text: words, seed }),
  )
  expect(sent.statusCode, sent.body).toBe(200)
}

/** Random ids, boxes and moments of mails in the place of which the same words stand for all. */
const withoutRandom = (words: string) =>
  words
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/g, 'id')
    .replace(/\\\\x[0-9a-f]{32,}/g, 'bytes')

/** What a copy of the database holds when one of them raised a concern, or nobody, and what every route tells everybody on the next day. */
async function worldIn(person: string | null) {
  await takeBack()
  running.clock.now = new Date('2026-03-02T09:00:00Z')
  if (person !== null) await raise(person)
  const night = await copyOfRows(running.databaseUrl, running.organisation)
  running.clock.now = new Date('2026-03-03T12:00:00Z')
  await mailConcerns(running.database.office, running.organisation, running.clock.now)
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const paths = description.paths as Record<string, Record<string, unknown>>
  const seen = new Map<string, string>()
  for (const [role, who] of Object.entries(readers)) {
    const cookie = await running.signIn(`${who}@test.example`)
    for (const [path, operations] of Object.entries(paths)) {
      // Sessions are named by random ids.
      if (!('get' in operations) || path === '/api/my/sessions') continue
      const url = path.replace('{organisation}', running.organisation).replace(/\{\w+\}/g, 'red')
      const headers = path.startsWith('/w/') ? {} : { cookie }
      const answer = await running.app.inject({ url: `${url}?unit=red&search=Person`, headers })
      const body = role === 'trusted person' ? withoutRandom(answer.body) : answer.body
      seen.set(`${role}: ${path}`, `${answer.statusCode}\n${body}`)
    }
  }
  return { night, seen }
}

test('whether one person raised a concern or another, or nobody, every route tells everybody the same, and a copy of the database is alike', async () => {
  const byAda = await worldIn(ada)
  const byBea = await worldIn(bea)
  const byNobody = await worldIn(null)
  expect(byAda.seen.size).toBeGreaterThan(400)
  for (const [asked, answer] of byAda.seen) {
    expect(byBea.seen.get(asked), asked).toBe(answer)
    // But for its reader, nobody is told that there is one.
    if (!asked.startsWith('trusted person: ')) expect(byNobody.seen.get(asked), asked).toBe(answer)
  }
  // The walk sees what there is to see.
  expect(byAda.seen.get('trusted person: /api/concerns')).toContain('"state":"new"')
  expect(byNobody.seen.get('trusted person: /api/concerns')).toBe('200\n{"concerns":[]}')
  expect(byAda.seen.get('hr: /api/concerns')).toBe('200\n{"concerns":[]}')
  for (const [table, rows] of Object.entries(byAda.night)) {
    const alike = (all: readonly string[] | undefined) => all?.map(withoutRandom).sort()
    expect(alike(rows), table).toEqual(alike(byBea.night[table]))
  }
  // Pages of tickets are the very same bytes: spending one changes nothing there.
  expect(byAda.night.concern_page).toEqual(byBea.night.concern_page)
  expect(byAda.night.concern).toHaveLength(1)
})

test('a copy of the database holds nothing that was written or shown, in no table and no file of it', async () => {
  await takeBack()
  running.clock.now = new Date('2026-03-02T09:00:00Z')
  await raise(ada)
  const copy = Object.values(await copyOfRows(running.databaseUrl, running.organisation))
    .flat()
    .join('\n')
  const [ticket] = tickets.get(ada) ?? []
  const body = concernBody(shown, ticket, { trusted, text, seed })
  const secrets = [body.input, body.token, body.concern.slice(0, 40)].map((one) =>
    Buffer.from(one, 'base64url'),
  )
  for (const bytes of [...secrets, Buffer.from(text)]) {
    expect(copy).not.toContain(bytes.toString('hex'))
    expect(copy).not.toContain(bytes.toString('base64url'))
  }
  expect(copy).not.toContain(text)
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query<{ id: string }>('SELECT id FROM person'),
  )
  const ofConcerns = (await copyOfRows(running.databaseUrl, running.organisation)).concern?.join() ?? ''
  for (const { id } of rows) expect(ofConcerns).not.toContain(id)
  expect(running.reported).toEqual([])
})

test('of the concerns of one day neither places nor writing transactions tell which came first', async () => {
  await takeBack()
  const senders = [...tickets.keys()].slice(0, 12)
  for (const [at, person] of senders.entries()) {
    running.clock.now = new Date(Date.parse('2026-03-02T07:00:00Z') + at * 600_000)
    await raise(person, 1, `Concern of ${person}`)
  }
  const rows = await onServer(running.databaseUrl, async (client) => {
    const found = await client.query<{ id: string; writer: string }>(
      'SELECT id, xmin::text AS writer FROM concern ORDER BY ctid',
    )
    return found.rows
  })
  expect(rows).toHaveLength(senders.length)
  expect(new Set(rows.map(({ writer }) => writer)).size).toBe(1)
  expect(rows.map(({ id }) => id)).toEqual(rows.map(({ id }) => id).sort())
})

test('the pages of tickets say how many collected, and neither who nor in which order', async () => {
  const pages = await onServer(running.databaseUrl, async (client) => {
    const found = await client.query<{ entries: Buffer }>('SELECT entries FROM concern_page')
    return found.rows
  })
  const marks = pages.map(({ entries }) =>
    Array.from({ length: entries.length / 32 }, (_, at) =>
      entries.subarray(32 * at, 32 * at + 16).toString('hex'),
    ),
  )
  for (const ofPage of marks) expect(ofPage).toEqual([...ofPage].sort())
  expect(marks.flat()).toHaveLength(tickets.size)
})
