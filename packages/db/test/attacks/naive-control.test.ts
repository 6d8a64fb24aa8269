import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../support/test-server.ts'
import { makeThrowAwayFolder } from '../support/throw-away-folder.ts'
import { ordersInFiles } from './file-attacks.ts'
import { type Linkage, linkEitherWay } from './linkage.ts'
import { markedAnswers, recogniser } from './marked-answers.ts'
import { makeNaiveAccess, makeNaiveStore, signInNaively, storeNaively } from './naive-store.ts'
import { peopleInDump } from './people-in-dump.ts'
import { type FoundOrders, ordersInTables } from './table-attacks.ts'
import { tellFigures } from './tell-figures.ts'
import { fiveTeamsOfForty, waveSchedule } from './wave-schedule.ts'

/** The attacks that the product is held against must work: here they are let loose on stores that leak. */
const people = fiveTeamsOfForty()
const events = waveSchedule(people, 1)
const items = Array.from({ length: 12 }, (_, index) => `item-${index + 1}`)
const answers = markedAnswers([...people.values()].flat(), items, 2)
const recognise = recogniser(items, answers)
const ids = new Map([...people.values()].flat().map((person) => [person, randomUUID()]))
const came = events.flatMap((event) => (event.kind === 'issue' ? [event.person] : []))

const folder = makeThrowAwayFolder()
let server: EmbeddedPostgres

beforeAll(async () => {
  server = await startEmbeddedPostgres({ dataFolder: folder })
  await onServer(server.url, async (client) => {
    await makeNaiveStore(client)
    await makeNaiveAccess(client, ids.values())
    for (const event of events)
      if (event.kind === 'issue') await signInNaively(client, ids.get(event.person) ?? '')
      else if (event.kind === 'send')
        await storeNaively(client, event.person.split('-')[0] ?? '', answers.get(event.person) ?? {})
  })
})

afterAll(async () => {
  await server.stop()
  await rm(folder, { recursive: true, force: true })
})

const answered = came.length

function results(found: FoundOrders): Map<string, Linkage> {
  const linkages = new Map([...found].map(([attack, order]) => [attack, linkEitherWay(people, came, order)]))
  tellFigures('naive store', linkages)
  return linkages
}

const share = (linkage: Linkage | undefined) => (linkage?.linked ?? 0) / answered

test('answers stored as they come are linked by place, transaction, dump, page and file, although their ids are random', async () => {
  const inTables = results(await onServer(server.url, (client) => ordersInTables(client, recognise)))
  for (const attack of ['dump', 'ctid', 'xmin', 'pages', 'pages by offset', 'pages by xmin']) {
    const linkage = inTables.get(`public.naive_answer ${attack}`)
    expect(linkage?.found, attack).toBe(answered)
    expect(share(linkage), attack).toBeGreaterThan(0.5)
    expect(linkage?.chance, attack).toBeLessThan(1e-6)
  }
  expect(inTables.get('public.naive_answer column id')?.chance).toBeGreaterThan(1e-6)

  await onServer(server.url, (client) => client.query('CHECKPOINT'))
  const inFiles = results(ordersInFiles(join(folder, 'postgresql'), recognise))
  const inTableFile = [...inFiles].filter(([place]) => /base.*by page/.test(place))
  expect(inTableFile).toHaveLength(1)
  for (const [place, linkage] of inTableFile) expect(share(linkage), place).toBeGreaterThan(0.5)
  expect(share(inFiles.get('file write-ahead log'))).toBeGreaterThan(0.5)
})

test('sessions, a row for each device, and links that are marked as used tell one dump who sent what', async () => {
  const [inDump, boxes] = await onServer(server.url, async (client) => [
    await peopleInDump(client, ids),
    (await ordersInTables(client, recognise)).get('public.naive_answer dump') ?? [],
  ])
  const linkages = new Map([...inDump].map(([place, order]) => [place, linkEitherWay(people, order, boxes)]))
  tellFigures('naive access', linkages)
  expect(share(linkages.get('public.naive_session dump'))).toBeGreaterThan(0.5)
  for (const place of [
    'public.naive_session dump',
    'public.naive_link dump',
    'public.naive_link column used',
  ])
    expect(linkages.get(place)?.chance, place).toBeLessThan(1e-6)
  expect(linkages.get('public.naive_session column id')?.chance).toBeGreaterThan(1e-6)
})

test('sorting the table by its random ids hides the order from a dump, and leaves it in the transaction numbers', async () => {
  await onServer(server.url, (client) => client.query('CLUSTER naive_answer USING naive_answer_pkey'))
  const inTables = results(await onServer(server.url, (client) => ordersInTables(client, recognise)))
  expect(inTables.get('public.naive_answer dump')?.chance).toBeGreaterThan(1e-6)
  expect(share(inTables.get('public.naive_answer xmin'))).toBeGreaterThan(0.5)
})

test('even a rewrite in one transaction leaves the order in the write-ahead log: hence sealed boxes', async () => {
  await onServer(server.url, async (client) => {
    await client.query('BEGIN')
    await client.query(`CREATE TABLE rewritten AS SELECT gen_random_uuid() AS id, team, answers FROM naive_answer
      ORDER BY gen_random_uuid()`)
    await client.query('TRUNCATE naive_answer')
    await client.query('COMMIT')
    await client.query('VACUUM FULL rewritten')
    await client.query('CHECKPOINT')
  })
  const inTables = results(await onServer(server.url, (client) => ordersInTables(client, recognise)))
  expect(inTables.size).toBeGreaterThan(0)
  for (const [attack, linkage] of inTables) expect(linkage.chance, attack).toBeGreaterThan(1e-6)
  const inFiles = results(ordersInFiles(join(folder, 'postgresql'), recognise))
  expect(share(inFiles.get('file write-ahead log'))).toBeGreaterThan(0.5)
})
