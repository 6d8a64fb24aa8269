import { nameMark } from '@chorus/contracts/name-mark'
import { unitComments } from '@chorus/contracts/report'
import { findWave } from '@chorus/db/stores/waves'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { publishRelease } from '../src/stages/publish/publish-release.ts'
import {
  ballotOf,
  collectBallots,
  commentBodyOf,
  deviceOf,
  type FrozenWave,
  openWaveFor,
  type Sendable,
  scaleOf,
  send,
  sendBodyOf,
} from './support/ballot-device.ts'
import {
  commentingCompany,
  emailOf,
  everybody,
  filedUnder,
  released,
  written,
} from './support/commenting-company.ts'
import { answerOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

const safety = 'psychological-safety'
const belonging = 'belonging'

let running: RunningApp
let frozen: FrozenWave
let hr: string

beforeAll(async () => {
  running = await runApp(commentingCompany())
  hr = await running.signIn('top2@test.example')
  frozen = await openWaveFor(running, hr, { comments: true })
  for (const [index, person] of everybody.entries()) {
    const answers = Object.fromEntries(frozen.items.map((item, at) => [item, ((index + at) % 7) + 1]))
    const text = written[person]
    const comments = {
      ...(text === undefined ? {} : { [safety]: { text, further: person === 'red4' } }),
      ...(person === 'red1' || person === 'red2'
        ? { [belonging]: { text: `${person} alone on belonging` } }
        : {}),
    }
    // One device is kept for later: it has its ballots and has sent nothing.
    if (person !== 'blue12')
      expect(await answerOverHttp(running, frozen.wave, emailOf(person), answers, comments)).toBe(200)
  }
})

afterAll(() => running.stop())

test('everybody has a place for each scale’s comments, with at least ten invited people, and it is told in the manifest', () => {
  const cohorts = frozen.manifest.cohorts.filter(({ scale }) => scale !== undefined)
  const scales = frozen.manifest.scales.map(({ id }) => id)
  expect(new Set(cohorts.map(({ scale }) => scale))).toEqual(new Set(scales))
  for (const scale of scales)
    expect(
      cohorts
        .filter((cohort) => cohort.scale === scale)
        .map(({ label, size }) => `${label}: ${size}`)
        .sort(),
    ).toEqual(['blue: 12', 'red: 14', 'Top with groups below: 12'].sort())
})

test('a ballot for comments takes no answers, one for answers no comment, and what does not fit uses up neither', async () => {
  const sendables = await collectBallots(running, frozen, await deviceOf(running, frozen, emailOf('blue12')))
  const [forAnswers] = sendables
  const forComment = sendables.find((one) => scaleOf(frozen, one) === safety)
  if (!forAnswers || !forComment) throw new Error('two kinds of ballots')
  const code = async (payload: object) => (await send(running, frozen, payload)).json().code
  const { comment, ...ballot } = commentBodyOf(forComment, { text: 'Blue: late' })
  expect(await code({ ...ballot, answers: {} })).toBe('answers-malformed')
  expect(await code(commentBodyOf(forAnswers, { text: 'Blue: late' }))).toBe('answers-malformed')
  expect(await code({ ...ballot, comment, answers: {} })).toBe('malformed-request')
  expect(await code({ ...ballot, comment: comment.slice(4) })).toBe('malformed-request')
  expect(await code({ ...ballot, comment: `__${comment.slice(2)}` })).toBe('answers-malformed')
  const other = frozen.manifest.cohorts.find(
    ({ id, scale }) => scale === belonging && id !== forComment.cohort,
  )
  expect(await code({ ...ballot, comment, cohort: other?.id })).toBe('ballot-not-valid')
  const first = await send(running, frozen, { ...ballot, comment })
  const again = await send(running, frozen, { ...ballot, comment })
  expect([first.statusCode, again.statusCode, again.body]).toEqual([200, 200, first.body])
  expect(await code(commentBodyOf(forComment, { text: 'Blue: something else' }))).toBe('ballot-spent')
  for (const sendable of sendables.filter((one) => one !== forComment))
    expect((await send(running, frozen, bodyOfNothing(sendable))).statusCode).toBe(200)
})

test('while the wave is open nothing tells who wrote: everybody has a box of one size for each scale, and no word is readable', async () => {
  const boxes = await owner<{ sizes: number; fewest: number; most: number }>(
    `SELECT count(DISTINCT length(box))::int AS sizes FROM urn`,
  )
  expect(boxes).toEqual([{ sizes: 1 }])
  const byScale = await owner<{ boxes: number }>(
    `SELECT count(*)::int AS boxes FROM urn JOIN cohort ON id = urn.cohort GROUP BY dimension`,
  )
  expect(new Set(byScale.map((row) => row.boxes))).toEqual(new Set([everybody.length]))
  // Long pieces: three letters turn up in a hundred boxes of noise now and then.
  for (const piece of ['we talk openly', 'less so on Fridays', 'small and quiet'])
    expect(await owner(`SELECT 1 FROM urn WHERE position('${piece}' IN encode(box, 'escape')) > 0`)).toEqual(
      [],
    )
})

test('after the close comments lie in random order, apart from answers; nothing of the empty ones is left', async () => {
  expect((await post(`/api/waves/${frozen.wave}/close`)).statusCode).toBe(200)
  const rows = await owner<{ unit: string; scale: string; text: string }>(
    'SELECT unit, scale, text FROM sealed_comment',
  )
  expect(
    rows
      .filter(({ scale }) => scale === safety)
      .map(({ unit, text }) => `${unit} ${text}`)
      .sort(),
  ).toEqual(
    [
      ...Object.entries(written).map(([person, text]) => `${filedUnder(person)} ${text}`),
      'blue Blue: late',
    ].sort(),
  )
  expect(rows).toHaveLength(Object.keys(written).length + 1 + 2)
  expect(await owner('SELECT count(DISTINCT xmin::text)::int AS writers FROM sealed_comment')).toEqual([
    { writers: 1 },
  ])
})

test.each(['release written', 'sealed rows deleted'] as const)(
  'a crash at "%s": nothing was published, no comment is gone, and publishing runs again',
  async (moment) => {
    const before = await owner('SELECT * FROM sealed_comment ORDER BY id')
    const wave = await findWave(running.database.office, running.organisation, frozen.wave)
    if (!wave) throw new Error('the wave')
    const at = async (now: string) => {
      if (now === moment) throw new Error('the power went out')
    }
    const crash = publishRelease(running.database, wave, { at })
    await expect(crash).rejects.toThrow('the power went out')
    expect(await owner('SELECT * FROM sealed_comment ORDER BY id')).toEqual(before)
    expect(await owner('SELECT * FROM release_comment')).toEqual([])
  },
)

test('publishing shows each comment in the lowest unit that may, deletes all others, and says that the lists were attacked', async () => {
  expect((await post(`/api/waves/${frozen.wave}/publish`)).json().stage).toBe('published')
  expect((await post(`/api/waves/${frozen.wave}/publish`)).json().code).toBe('wave-already-published')
  const rows = await owner<{ unit: string; scale: string; text: string }>(
    'SELECT unit, scale, text FROM release_comment',
  )
  // Two comments on belonging are too few anywhere. Two of blue are too few for a list of blue.
  expect(rows.filter(({ scale }) => scale !== safety)).toEqual([])
  const shownIn = (person: string) => (filedUnder(person) === 'red' ? 'red' : 'top')
  expect(rows.map(({ unit, text }) => `${unit} ${text}`).sort()).toEqual(
    [
      ...Object.entries(released).map(([person, text]) => `${shownIn(person)} ${text}`),
      'top Blue: late',
    ].sort(),
  )
  expect(await owner('SELECT * FROM sealed_comment')).toEqual([])
  expect(await owner(`SELECT pg_relation_size('sealed_comment')::int AS bytes`)).toEqual([{ bytes: 0 }])
  const [release] = await owner<{ layers: number }>(
    `SELECT (summary->'audit'->>'commentLayers')::int AS layers FROM release`,
  )
  expect(release?.layers).toBe(frozen.manifest.scales.length)
})

test('a reader sees the lists of the own units, under their scale, in the same order as everybody else', async () => {
  const head = await running.signIn(emailOf('red1'))
  const own = await commentsOf('red', head)
  expect(own).toMatchObject({ unit: { id: 'red' }, wave: { id: frozen.wave }, threshold: 10 })
  expect(own.scales.map(({ id }) => id)).toEqual(frozen.manifest.scales.map(({ id }) => id))
  const report = await running.app.inject({ url: '/api/reports/units/red', headers: { cookie: head } })
  expect(report.json().waves).toMatchObject([{ id: frozen.wave, comments: true }])
  const [list, ...others] = own.scales.map(({ comments }) => comments.map(({ text }) => text))
  expect(own.scales[0]?.comments.find(({ text }) => text.includes(nameMark))?.themes).toEqual([
    { theme: 'meetings', words: ['meetings'] },
    { theme: 'recognition', words: ['thank'] },
  ])
  expect(list?.toSorted()).toEqual(
    Object.entries(released)
      .flatMap(([person, text]) => (filedUnder(person) === 'red' ? [text] : []))
      .sort(),
  )
  expect(others.flat()).toEqual([])
  expect(await commentsOf('red', hr)).toEqual(own)
  const all = ((await commentsOf('top', hr)).scales[0]?.comments ?? []).map(({ text }) => text)
  expect(all).toHaveLength(Object.keys(written).length + 1)
  expect(all.filter((text) => list?.includes(text))).toEqual(list)
  // Nobody wrote, and too few did, look the same.
  expect((await commentsOf('blue', hr)).scales.flatMap(({ comments }) => comments)).toEqual([])
})

test('other units, other waves and other roles are refused', async () => {
  const head = await running.signIn(emailOf('red1'))
  const get = async (url: string, cookie: string) =>
    (await running.app.inject({ url, headers: { cookie } })).json().code
  expect(await get('/api/reports/units/top/comments', head)).toBe('unknown-unit')
  expect(await get('/api/reports/units/blue/comments', head)).toBe('unknown-unit')
  expect(await get(`/api/reports/units/red/comments?wave=${running.organisation}`, head)).toBe('unknown-wave')
  expect(await get('/api/reports/units/red/comments', await running.signIn(emailOf('red2')))).toBe(
    'not-allowed',
  )
  expect(await get('/api/reports/units/red/comments', await running.signIn(emailOf('top3')))).toBe(
    'not-allowed',
  )
  expect(await get(`/api/reports/comments.csv?programme=${frozen.manifest.programme}`, head)).toBe(
    'not-allowed',
  )
})

test('HR exports comments with a file of their own that no spreadsheet runs, twice the same', async () => {
  const url = `/api/reports/comments.csv?programme=${frozen.manifest.programme}`
  const [first, second] = await Promise.all(
    [0, 1].map(() => running.app.inject({ url, headers: { cookie: hr } })),
  )
  expect(first?.headers['content-disposition']).toMatch(/filename="comments_[\w-]+_k10\.csv"/)
  expect(first?.body).toBe(second?.body)
  const rows = parse(first?.body ?? '', { columns: true }) as Record<string, string>[]
  expect(rows).toHaveLength(Object.keys(written).length + 1)
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'wave',
    'wave_closed',
    'unit_id',
    'unit_name',
    'scale',
    'scale_name',
    'comment',
    'themes',
  ])
  expect(rows.find(({ comment }) => comment === 'Red: thank [name] for the meetings')?.themes).toBe(
    'meetings recognition',
  )
  expect(rows.map(({ comment }) => comment)).toContain(`Green: ask us;'=HYPERLINK("http://x")`)
  const trail = (await running.app.inject({ url: '/api/audit-trail', headers: { cookie: hr } })).json()
  const actions = trail.events.map(({ action }: { action: string }) => action)
  expect(actions).toContain('comments read')
  expect(actions).toContain('comments exported')
})

test('a wave of a programme that asks for no comments has no places for them, and its report no lists', async () => {
  const plain = await openWaveFor(running, hr)
  expect(plain.manifest.cohorts.every(({ scale }) => scale === undefined)).toBe(true)
  const { cohort, ballot } = await ballotOf(running, plain, emailOf('red1'))
  const body = commentBodyOf({ cohort, dimension: 'unit', ballot }, { text: 'No place' })
  expect((await send(running, plain, body)).json().code).toBe('answers-malformed')
})

function bodyOfNothing(sendable: Sendable) {
  return scaleOf(frozen, sendable) === undefined
    ? sendBodyOf(sendable, {})
    : commentBodyOf(sendable, { text: '' })
}

const post = (url: string) => running.app.inject({ method: 'POST', url, headers: { cookie: hr } })

async function commentsOf(unit: string, cookie: string) {
  const answer = await running.app.inject({ url: `/api/reports/units/${unit}/comments`, headers: { cookie } })
  return unitComments.parse(answer.json())
}

/** As the login of the database, which may do everything. */
async function owner<T extends Record<string, unknown>>(statement: string): Promise<T[]> {
  return onServer(running.databaseUrl, async (client) => (await client.query<T>(statement)).rows)
}
