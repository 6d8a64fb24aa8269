import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { readManifest } from './support/ballot-device.ts'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

/** Two people of one team. One of them takes part: nobody else may be able to say which. */
const [ada, bea] = ['red3', 'red4'] as const

const readers = {
  colleague: 'red5',
  employee: 'blue1',
  manager: 'red1',
  'manager of all': 'top1',
  'stand-in': 'blue2',
  hr: 'top2',
  'part-hr': 'green2',
  administrator: 'tiny2',
  auditor: 'top3',
}

let running: RunningApp
let wave: string
let programme: string
let cohort: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  const hr = await running.signIn('top2@test.example')
  const headers = { cookie: hr }
  const first = await openWaveOverHttp(running, hr)
  for (const step of ['close', 'publish'])
    await running.app.inject({ method: 'POST', url: `/api/waves/${first.wave}/${step}`, headers })
  ;({ wave, programme } = await openWaveOverHttp(running, hr, first.programme))
  const { manifest } = await readManifest(running, wave)
  cohort = manifest.cohorts.find(({ label }) => label === 'Red')?.id ?? ''
  await onServer(running.databaseUrl, async (client) => {
    await client.query(`WITH part AS (UPDATE person SET role = 'hr' WHERE external_id = 'green2' RETURNING organisation, id)
      INSERT INTO hr_scope SELECT organisation, id, 'green' FROM part`)
    await client.query(`INSERT INTO delegation (organisation, giver, stand_in, units, from_day, until_day, reason)
      SELECT g.organisation, g.id, s.id, '{red}', '2026-03-01', '2026-03-31', '' FROM person g, person s
      WHERE g.external_id = 'red1' AND s.external_id = 'blue2'`)
    for (const table of changing) await client.query(`CREATE TABLE kept_${table} AS TABLE ${table}`)
  })
})

afterAll(() => running.stop())

/** What taking part and looking around write. */
const changing = ['participation_page', 'participation_band', 'urn', 'audit_event'] as const

/** As it was when the wave had just opened. */
async function takeBack(): Promise<void> {
  await onServer(running.databaseUrl, async (client) => {
    for (const table of changing) {
      await client.query(`DELETE FROM ${table}`)
      await client.query(`INSERT INTO ${table} OVERRIDING SYSTEM VALUE SELECT * FROM kept_${table}`)
    }
  })
}

/** These end the wave or the session, or answer with something random; all other routes are asked, with nothing in the body. */
const notAsked = new Set([
  'POST /api/waves/{wave}/close',
  'DELETE /api/session',
  'GET /api/my/sessions',
  'POST /api/my/password/begin',
  'POST /api/mail/bounce-secret',
])

function addressOf(method: string, path: string): string {
  const filled = path
    .replace('{wave}', wave)
    .replace('{programme}', programme)
    .replace('{cohort}', cohort)
    .replace('{unit}', 'red')
    .replace(/\{\w+\}/g, wave)
  const wantsMore = /\/(actions|people|conversations)/.test(path)
  return method === 'GET' && wantsMore ? `${filled}?unit=red&wave=${wave}&search=Person` : filled
}

/** The bytes of an answer, without what is made anew for each look: an example of a locked box, and the times in a workbook's archive. */
function contentOf({ headers, body, rawPayload }: Awaited<ReturnType<typeof running.app.inject>>): string {
  if (!String(headers['content-type']).includes('spreadsheetml'))
    return body.replace(/(?<="exampleBox":")[\w-]+/, 'a box')
  return Object.entries(unzipSync(rawPayload))
    .map(([name, bytes]) => `${name}\n${Buffer.from(bytes).toString('base64')}`)
    .join('\n')
}

/** Every answer of every route to one person, by "METHOD path"; of one route, where that is said. */
async function everyAnswer(person: string, only?: string): Promise<Map<string, string>> {
  const cookie = await running.signIn(`${person}@test.example`)
  const description = (await running.app.inject({ url: '/api/openapi.json' })).json()
  const paths = description.paths as Record<string, Record<string, unknown>>
  const answers = new Map<string, string>()
  for (const [path, operations] of Object.entries(paths))
    for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      const operation = `${method} ${path}`
      if (!(method.toLowerCase() in operations) || notAsked.has(operation)) continue
      if (only !== undefined && operation !== only) continue
      const answer = await running.app.inject({
        method,
        url: addressOf(method, path),
        headers: { cookie },
        ...(method !== 'GET' && { payload: {} }),
      })
      const told = ['content-type', 'content-disposition', 'etag'].map((name) => answer.headers[name])
      answers.set(operation, [answer.statusCode, ...told, contentOf(answer)].join('\n'))
    }
  return answers
}

const own = 'GET /api/my/invitations'

/** As seen on the next day, when the band of participation is taken anew. */
async function everythingSeenWhen(taking: string): Promise<Map<string, Map<string, string>>> {
  await takeBack()
  running.clock.now = new Date('2026-03-02T09:00:00Z')
  const { items } = await readManifest(running, wave)
  const answers = Object.fromEntries(items.map((item) => [item, 5]))
  expect(await answerOverHttp(running, wave, `${taking}@test.example`, answers)).toBe(200)
  running.clock.now = new Date('2026-03-03T12:00:00Z')
  const seen = new Map<string, Map<string, string>>()
  for (const [role, person] of Object.entries(readers)) seen.set(role, await everyAnswer(person))
  for (const person of [ada, bea]) seen.set(person, await everyAnswer(person, own))
  return seen
}

test('whether one person took part or another, every route tells everybody else the same, byte for byte', async () => {
  const byAda = await everythingSeenWhen(ada)
  const byBea = await everythingSeenWhen(bea)
  let compared = 0
  for (const role of Object.keys(readers))
    for (const [operation, answer] of byAda.get(role) ?? []) {
      expect(byBea.get(role)?.get(operation), `${role}: ${operation}`).toBe(answer)
      compared += 1
    }
  expect(compared).toBeGreaterThan(400)
  // The walk sees what there is to see: to the two themselves it is told.
  for (const person of [ada, bea]) expect(byAda.get(person)?.get(own)).not.toBe(byBea.get(person)?.get(own))
})
