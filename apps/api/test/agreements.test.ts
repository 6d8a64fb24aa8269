import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { joinedCompany } from './support/joined-company.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
const cookies: Record<string, string> = {}

const people = {
  head: 'top1',
  hr: 'top2',
  divisionHead: 'division1',
  eastHead: 'east1',
  east: 'east2',
  other: 'east3',
  west: 'west2',
}
type Who = keyof typeof people

beforeAll(async () => {
  running = await runApp(joinedCompany())
  for (const [who, id] of Object.entries(people)) cookies[who] = await running.signIn(`${id}@test.example`)
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })
const read = async (who: Who, unit = 'east') => (await ask('GET', `/api/agreements?unit=${unit}`, who)).json()
const texts = (mustHold: string) => ({
  mustHold,
  margins: 'Anything that can be taken back within an hour.',
  firstHour: 'Say it.',
  firstDay: '',
  firstWeek: '',
  speakUp: '',
})

async function propose(who: Who, mustHold: string): Promise<string> {
  const answer = await ask('POST', '/api/agreements', who, { unit: 'east', texts: texts(mustHold) })
  expect(answer.statusCode, answer.body).toBe(201)
  const found = answer
    .json()
    .proposals.find((version: { texts: { mustHold: string } }) => version.texts.mustHold === mustHold)
  return `/api/agreements/${found.id}`
}

const decide = (at: string, who: Who, state: 'in force' | 'withdrawn') =>
  ask('POST', `${at}/decision`, who, { state })

test('anybody in the unit proposes a version, and only who leads it puts it in force: not HR, not who proposed it', async () => {
  const at = await propose('east', 'Nobody rides an untested brake.')
  for (const who of ['east', 'other', 'hr'] as const)
    expect((await decide(at, who, 'in force')).json().code, who).toBe('not-allowed')
  expect((await decide(at, 'west', 'in force')).json().code).toBe('unknown-subject')
  expect((await decide(at, 'eastHead', 'in force')).json()).toMatchObject({
    current: {
      number: 1,
      state: 'in force',
      texts: { mustHold: 'Nobody rides an untested brake.' },
      proposedBy: { name: 'Person east2' },
      decidedBy: { name: 'Person east1' },
    },
    proposals: [],
    earlier: [],
  })
  expect((await decide(at, 'eastHead', 'withdrawn')).json().code).toBe('agreement-decided')
})

test('nobody from outside proposes or signs, and to another unit it is not there', async () => {
  for (const who of ['hr', 'west'] as const) {
    const answer = await ask('POST', '/api/agreements', who, { unit: 'east', texts: texts('x') })
    expect(answer.json().code, who).toBe(who === 'hr' ? 'not-allowed' : 'unknown-unit')
  }
  const { current } = await read('east')
  expect((await ask('PUT', `/api/agreements/${current.id}/signature`, 'hr')).json().code).toBe('not-allowed')
  expect((await ask('PUT', `/api/agreements/${current.id}/signature`, 'head')).json().code).toBe(
    'not-allowed',
  )
  expect((await read('west')).code).toBe('unknown-unit')
})

test('the unit sees who has signed, others how many; who has not is named to nobody', async () => {
  const { current } = await read('east')
  const sign = (who: Who) => ask('PUT', `/api/agreements/${current.id}/signature`, who)
  await sign('other')
  await sign('east')
  expect((await sign('east')).json().signed).toEqual({
    mine: true,
    count: 2,
    people: 8,
    names: ['Person east2', 'Person east3'],
  })
  for (const who of ['hr', 'head', 'divisionHead'] as const)
    expect((await read(who)).signed, who).toEqual({ mine: false, count: 2, people: 8, names: null })
  expect(JSON.stringify(await read('eastHead'))).not.toContain('Person east4')
})

test('a new version takes the place of the one before, keeps its words, and asks everybody anew', async () => {
  const before = (await read('east')).current
  const at = await propose('eastHead', 'Nobody rides an untested brake, and nobody hides a slip.')
  expect((await read('east')).current).toEqual(before)
  await decide(at, 'eastHead', 'in force')
  const after = await read('east')
  expect(after).toMatchObject({
    current: { number: 2 },
    earlier: [{ id: before.id, number: 1, state: 'replaced', texts: before.texts }],
    signed: { mine: false, count: 0 },
  })
  expect((await ask('PUT', `/api/agreements/${before.id}/signature`, 'east')).json().code).toBe(
    'agreement-not-in-force',
  )
  const { units } = (await ask('GET', '/api/agreements/units', 'east')).json()
  expect(units).toContainEqual({ id: 'east', name: 'East', inForce: true, waitsForReader: true })
  const told = await onServer(running.databaseUrl, (client) =>
    client.query(`SELECT FROM notification WHERE subject = $1 AND what = 'agreement in force'`, [
      after.current.id,
    ]),
  )
  expect(told.rowCount).toBe(7)
})

test('two leaders who press at once put one version in force, once', async () => {
  const at = await propose('east', 'Pressed twice.')
  const codes = await Promise.all(
    (['eastHead', 'divisionHead'] as const).map(
      async (who) => (await decide(at, who, 'in force')).statusCode,
    ),
  )
  expect(codes.sort()).toEqual([200, 409])
  expect((await read('east')).current).toMatchObject({ number: 3, texts: { mustHold: 'Pressed twice.' } })
})

test('who proposed a version withdraws it, and an empty one cannot be proposed', async () => {
  const at = await propose('other', 'Never mind.')
  expect((await decide(at, 'east', 'withdrawn')).json().code).toBe('not-allowed')
  expect((await decide(at, 'other', 'withdrawn')).json().proposals).toEqual([])
  const empty = { ...texts(''), margins: ' ', firstHour: '' }
  expect((await ask('POST', '/api/agreements', 'east', { unit: 'east', texts: empty })).statusCode).toBe(400)
})

test('in the database the texts of a version can be blacked out, and never edited; who proposed it stays', async () => {
  await propose('east', '100% of it_is \\ said.')
  const { $client } = running.database.office
  const edit = (mustHold: string) =>
    $client.query(`UPDATE agreement_version SET texts = texts || jsonb_build_object('mustHold', $1::text)`, [
      mustHold,
    ])
  await expect($client.query(`UPDATE agreement_version SET texts = '{}'`)).rejects.toThrow(/never edited/)
  await expect(edit('Something else.')).rejects.toThrow(/never edited/)
  await expect(edit('100x of it_is █████')).rejects.toThrow(/never edited/)
  await expect($client.query(`UPDATE agreement_version SET proposed_by = NULL`)).rejects.toThrow(
    /permission denied/,
  )
  const { rowCount } = await $client.query(
    `UPDATE agreement_version SET texts = jsonb_set(texts, '{mustHold}', to_jsonb(replace(texts->>'mustHold', 'said', '█████')))
     WHERE texts->>'mustHold' LIKE '100%'`,
  )
  expect(rowCount).toBe(1)
})

test('that a version came into force stands in the audit trail', async () => {
  const { events } = (await ask('GET', '/api/audit-trail?action=agreement%20put%20in%20force', 'hr')).json()
  expect(events.at(-1)).toMatchObject({ actor: 'Person east1', subject: 'East' })
})

test('a unit without an agreement of its own shows which unit above has one, and what HR hides of that is read by nobody else', async () => {
  const of = async (unit: string, who: Who) => (await ask('GET', `/api/agreements?unit=${unit}`, who)).json()
  expect(await of('west', 'west')).toMatchObject({ current: null, above: null })
  const proposed = await ask('POST', '/api/agreements', 'divisionHead', {
    unit: 'division',
    texts: texts('Nobody works alone at night.'),
  })
  const id = proposed.json().proposals[0].id
  expect(await of(id, 'west')).toMatchObject({ unit: { id: 'division' }, current: null })
  await decide(`/api/agreements/${id}`, 'divisionHead', 'in force')
  expect((await of('west', 'west')).above).toEqual({ id: 'division', name: 'Division' })
  await ask('PUT', `/api/moderation/agreement/${id}`, 'hr', {
    decision: 'hide',
    reason: 'It names a client.',
  })
  expect((await of('division', 'west')).current).toMatchObject({
    texts: { mustHold: '' },
    hidden: { reason: 'It names a client.' },
  })
  expect((await of('division', 'divisionHead')).current.texts.mustHold).toBe('Nobody works alone at night.')
  expect((await ask('DELETE', `/api/my/written/agreement/${id}`, 'divisionHead')).json().code).toBe(
    'text-of-the-unit',
  )
})
