import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { nullifierOf } from '@chorus/ballot/nullifier'
import { type Database, openDatabase } from '@chorus/db/database'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { listOrganisations } from '@chorus/db/stores/organisations'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { filesWith, ordersInFiles } from '../../../packages/db/test/attacks/file-attacks.ts'
import { type Linkage, linkEitherWay } from '../../../packages/db/test/attacks/linkage.ts'
import {
  markedAnswers,
  type Recogniser,
  recogniser,
} from '../../../packages/db/test/attacks/marked-answers.ts'
import {
  type FoundOrders,
  ordersInTables,
  rowsInPages,
} from '../../../packages/db/test/attacks/table-attacks.ts'
import { tellFigures } from '../../../packages/db/test/attacks/tell-figures.ts'
import { fiveTeamsOfForty, waveSchedule } from '../../../packages/db/test/attacks/wave-schedule.ts'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { makeSignInLink } from '../src/access/sign-in-link.ts'
import {
  collectedOrder,
  linkOneDump,
  ordersKnownBefore,
  readBoxes,
  readSecrets,
} from './support/attacker-reads.ts'
import {
  collectBallots,
  deviceOf,
  type FrozenWave,
  openWaveFor,
  type Reached,
  type Sendable,
  sendForReceipt,
} from './support/ballot-device.ts'
import { type ChorusProcess, endChorus, startChorus } from './support/chorus-process.ts'
import { companyWithCut } from './support/company-with-cut.ts'
import { reachedOverHttp } from './support/reached-over-http.ts'

/**
 * A wave of 5 teams of 40, played over HTTP against the product as an operator runs it, and an attacker who has the whole database:
 * tables, dead rows, files, write-ahead log, logs, a look every night. The same attacks link 65 of 100 answers of a store that keeps
 * them as they come (packages/db/test/attacks/naive-control.test.ts). Each answer is marked; only the judge knows the marks.
 */
const people = fiveTeamsOfForty()
const everybody = [...people.values()].flat()
const events = waveSchedule(people, 7)
const hr = 'team1-1'

let chorus: ChorusProcess
let server: EmbeddedPostgres
let database: Database
let reached: Reached
let hrCookie: string
let frozen: FrozenWave
let recognise: Recogniser
let secrets: Buffer[]

/** What the judge knows. */
const came: string[] = []
const sent: string[] = []
const ballots = new Map<string, Sendable[]>()
const ownerOfBox = new Map<string, string>()

beforeAll(async () => {
  chorus = await startChorus(companyWithCut(people, hr))
  server = await startEmbeddedPostgres({ dataFolder: chorus.folder })
  // As if the whole write-ahead log were archived: an attacker may have it from the first to the last byte.
  await onServer(server.url, async (client) => {
    await client.query(`ALTER SYSTEM SET wal_keep_size = '4GB'`)
    await client.query('SELECT pg_reload_conf()')
  })
  const installation = openDatabase(server.url)
  const [organisation] = await listOrganisations(installation.office)
  await installation.close()
  if (!organisation) throw new Error('the organisation is not there')
  database = openDatabase(server.url, { organisation: organisation.id })
  reached = reachedOverHttp(chorus.address, await inviteEverybody(organisation.id))
  hrCookie = await reached.signIn(emailOf(hr))
  frozen = await openWaveFor(reached, hrCookie, { cuts: ['tenure'] })
  secrets = readSecrets(join(chorus.folder, 'vault'))
}, 240_000)

afterAll(async () => {
  await database.close()
  await server.stop()
  await endChorus(chorus)
})

test('while the wave is open, no look at tables, pages, files and logs finds an answer, in any night', {
  timeout: 300_000,
}, async () => {
  const answers = markedAnswers(everybody, frozen.items, 11)
  recognise = recogniser(frozen.items, answers)
  const nights: Night[] = []
  for (const event of events) {
    if (event.kind === 'issue') {
      const device = await deviceOf(reached, frozen, emailOf(event.person))
      ballots.set(event.person, await collectBallots(reached, frozen, device))
      came.push(event.person)
    } else if (event.kind === 'send') {
      for (const sendable of ballots.get(event.person) ?? []) {
        await sendForReceipt(reached, frozen, sendable, answers.get(event.person) ?? {})
        if (sendable.dimension === 'unit') ownerOfBox.set(nullifier(sendable), event.person)
      }
      sent.push(event.person)
    } else {
      nights.push(await lookAtNight())
      expect([...(await lookForAnswers()).keys()]).toEqual([])
    }
  }
  expect(sent).toHaveLength(170)
  expect(filesWith(join(chorus.folder, 'postgresql'), secrets)).toEqual([])
  const openFigures = linkPeopleToBoxes(nights)
  tellFigures('open', openFigures)
  // The order of boxes is worth nothing to somebody who knows nobody's order: no table of one dump tells it, not that of sessions either.
  const inDump = await linkOneDump(server.url, people, nights.at(-1)?.boxes ?? [])
  tellFigures('open, one dump', inDump)
  for (const place of ['public.session_page dump', 'sessions by e.id', 'public.roster dump', 'collected'])
    expect(inDump.get(place)?.found, place).toBe(170)
  const bound = 1e-6 / (4 * inDump.size)
  for (const [place, { chance }] of inDump) expect(chance, place).toBeGreaterThan(bound)
  // The same boxes fall to whoever has the order: the attack is no blunt one.
  expect(openFigures.get('superuser with the exact order of both')?.linked).toBeGreaterThan(170 / 2)
})

test('all boxes have one size, and the same answers in the same team look different', async () => {
  const { rows } = await onServer(server.url, (client) =>
    client.query<{ sizes: number; boxes: number; macs: number; all: number }>(
      `SELECT count(DISTINCT length(box))::int AS sizes, count(DISTINCT box)::int AS boxes,
       count(DISTINCT mac)::int AS macs, count(*)::int AS all FROM urn`,
    ),
  )
  expect(rows).toEqual([{ sizes: 1, boxes: 340, macs: 340, all: 340 }])
})

test('after the close no order that is left anywhere links an answer to a person better than chance', {
  timeout: 120_000,
}, async () => {
  const known = { ...(await ordersKnownBefore(server.url, ownerOfBox)), arrival: sent, issue: came }
  const boxes = await readBoxes(server.url)
  const closed = await reached.app.inject({
    method: 'POST',
    url: `/api/waves/${frozen.wave}/close`,
    headers: { cookie: hrCookie },
  })
  expect(closed.statusCode).toBe(200)

  const places = await lookForAnswers()
  const linkages = new Map<string, Linkage>()
  for (const [place, order] of places)
    for (const [name, persons] of Object.entries(known))
      linkages.set(`${place}, people by ${name}`, linkEitherWay(people, persons, order))
  tellFigures('closed', linkages)
  // All answers are found, in the table and in the log of its writing: what is hidden is only whose they are.
  expect(places.get('public.sealed_response dump')).toHaveLength(170)
  expect(places.get('file write-ahead log')?.length).toBeGreaterThan(150)
  // One false alarm in a million runs: the bound of each attack is divided by the number of attacks and their reverses.
  const bound = 1e-6 / (4 * linkages.size)
  for (const [attack, { chance }] of linkages) expect(chance, attack).toBeGreaterThan(bound)

  // The boxes are gone from the tables' files. The write-ahead log still holds them, locked for good.
  expect(filesWith(join(chorus.folder, 'postgresql', 'base'), boxes)).toEqual([])
  expect(filesWith(join(chorus.folder, 'postgresql', 'pg_wal'), boxes)).not.toEqual([])
  expect(filesWith(chorus.folder, secrets)).toEqual([])
  expect(readdirSync(join(chorus.folder, 'vault')).filter((name) => name.includes(frozen.wave))).toEqual([])
})

test('after the close no row and no dead row tells who took part', async () => {
  await onServer(server.url, async (client) => {
    for (const table of ['public.urn', 'public.roster', 'public.participation_page'])
      expect(await rowsInPages(client, table), table).toEqual([])
    const { rows } = await client.query<{ writers: number }>(
      'SELECT count(DISTINCT xmin::text)::int AS writers FROM sealed_response',
    )
    expect(rows).toEqual([{ writers: 1 }])
  })
})

test('neither the server nor PostgreSQL wrote a line about any of it', () => {
  const log = readFileSync(join(chorus.folder, 'postgresql.log'), 'utf8')
  for (const text of [chorus.said(), log]) {
    expect(recognise.inText(text)).toEqual([])
    expect(text).not.toContain(frozen.wave)
    expect(text).not.toMatch(/team\d-\d|urn|INSERT|duplicate/)
  }
})

type Night = {
  readonly collected: ReadonlySet<string>
  readonly boxes: readonly string[]
}

/** A nightly dump: whose bits are set, and the boxes as they stand. */
async function lookAtNight(): Promise<Night> {
  return onServer(server.url, async (client) => {
    const boxes = await client.query<{ nf: string }>(`SELECT encode(nf, 'hex') AS nf FROM urn`)
    return {
      collected: new Set(await collectedOrder(server.url)),
      boxes: boxes.rows.flatMap(({ nf }) => ownerOfBox.get(nf) ?? []),
    }
  })
}

/** Everything readable, from the tables to the last file below the data folder. */
async function lookForAnswers(): Promise<FoundOrders> {
  const inTables = await onServer(server.url, async (client) => {
    await client.query('CHECKPOINT')
    return ordersInTables(client, recognise)
  })
  return new Map([...inTables, ...ordersInFiles(chorus.folder, recognise)])
}

/** What the threat model says of an open wave: whose box is probably whose. No box can be opened. */
function linkPeopleToBoxes(nights: readonly Night[]): Map<string, Linkage> {
  const dump = nights.at(-1)?.boxes ?? []
  const byNight = nights.map(({ collected, boxes }, index) => ({
    persons: [...collected].filter((person) => !nights[index - 1]?.collected.has(person)),
    boxes: boxes.filter((owner) => !nights[index - 1]?.boxes.includes(owner)),
  }))
  return new Map([
    [
      'a dump every night, people new since the last with boxes new since the last',
      linkEitherWay(
        people,
        byNight.flatMap(({ persons }) => persons),
        byNight.flatMap(({ boxes }) => boxes),
      ),
    ],
    ['superuser with the exact order of both', linkEitherWay(people, came, dump)],
  ])
}

async function inviteEverybody(organisation: string): Promise<Map<string, string>> {
  const tokens = new Map<string, string>()
  for (const person of everybody) {
    const options = { now: new Date(), hoursValid: 24, reusable: false }
    const link = await makeSignInLink(database.office, organisation, emailOf(person), options)
    if (link.ok) tokens.set(emailOf(person), link.value.path.split('#')[1] ?? '')
  }
  return tokens
}

function emailOf(person: string): string {
  return `${person}@test.example`
}

function nullifier({ cohort, ballot }: Sendable): string {
  return Buffer.from(nullifierOf(cohort, ballot.input)).toString('hex')
}
