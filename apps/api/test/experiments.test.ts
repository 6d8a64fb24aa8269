import { mentionOf } from '@chorus/contracts/mention-text'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
const cookies: Record<string, string> = {}
const people = ['hr', 'auditor', 'left', 'green', 'somebody'] as const
type Who = (typeof people)[number]

beforeAll(async () => {
  running = await releasedCompany()
  await at('2026-01-10')
})

afterAll(() => running.stop())

/** Sessions end when the clock is set on. */
async function at(day: string): Promise<void> {
  running.clock.now = new Date(`${day}T09:00:00Z`)
  for (const who of people) cookies[who] = await running.signIn(`${who}@test.example`)
}

const ask = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const plan = (change: object = {}) => ({
  unit: 'green',
  title: 'Review every release within three days',
  hypothesis: 'If we look at each release without blame, people will say sooner what went wrong.',
  doing: 'A half hour after each release, led in turn.',
  measure: 'psychological-safety',
  from: '2026-01-12',
  to: '2026-02-20',
  criterion: { direction: 'up', least: 0.5 },
  ...change,
})

let id = ''
const one = async (who: Who) => (await ask('GET', `/api/experiments/${id}`, who)).json()
const code = async (...given: Parameters<typeof ask>) => (await ask(...given)).json().code

test('somebody of the unit plans an experiment; nobody plans one of another unit, or in the past', async () => {
  expect(await code('POST', '/api/experiments', 'somebody', plan())).toBe('unknown-unit')
  expect(await code('POST', '/api/experiments', 'green', plan({ from: '2026-01-09' }))).toBe(
    'experiment-window',
  )
  expect(await code('POST', '/api/experiments', 'green', plan({ to: '2026-01-12' }))).toBe(
    'experiment-window',
  )
  expect(await code('POST', '/api/experiments', 'green', plan({ measure: 'mood' }))).toBe('malformed-request')
  const criterion = { direction: 'up', least: 0.3 }
  expect(await code('POST', '/api/experiments', 'green', plan({ criterion }))).toBe('malformed-request')
  const answer = await ask('POST', '/api/experiments', 'green', plan())
  expect(answer.statusCode, answer.body).toBe(201)
  id = answer.json().id
  expect(answer.json()).toMatchObject({ state: 'planned', mayChange: true, outcome: null, amendments: [] })
})

test('a unit tries one thing at a time', async () => {
  const second = plan({ from: '2026-02-20', to: '2026-03-20', measure: 'belonging' })
  expect(await code('POST', '/api/experiments', 'green', second)).toBe('experiment-overlaps')
})

test('the leader of the unit is told of what somebody else plans', async () => {
  const answer = await ask('POST', '/api/experiments', 'somebody', plan({ unit: 'red' }))
  expect(answer.statusCode, answer.body).toBe(201)
  const told = () =>
    onServer(running.databaseUrl, (client) =>
      client.query(`SELECT p.external_id FROM notification n JOIN person p ON p.id = n.person
        WHERE n.what = 'experiment planned'`),
    )
  expect((await told()).rows).toEqual([])
  const byHr = await ask(
    'POST',
    '/api/experiments',
    'hr',
    plan({ unit: 'green', from: '2026-03-01', to: '2026-03-20' }),
  )
  expect(byHr.statusCode, byHr.body).toBe(201)
  expect((await told()).rows).toEqual([{ external_id: 'green' }])
  expect((await ask('DELETE', `/api/experiments/${byHr.json().id}`, 'hr')).statusCode).toBe(204)
  expect((await told()).rows).toEqual([])
})

test('who is not of the unit, or above it, does not find it', async () => {
  for (const who of ['somebody', 'left'] as const) {
    expect(await code('GET', `/api/experiments/${id}`, who), who).toBe('unknown-subject')
    expect(await code('PUT', `/api/experiments/${id}`, who, plan()), who).toBe('unknown-subject')
    const { experiments } = (await ask('GET', '/api/experiments', who)).json()
    expect(experiments.map((found: { id: string }) => found.id)).not.toContain(id)
  }
  expect((await one('hr')).id).toBe(id)
})

test('a plan is changed until it begins; then what would rather count is noted beside it', async () => {
  const changed = await ask('PUT', `/api/experiments/${id}`, 'green', plan({ title: 'Three days' }))
  expect(changed.json()).toMatchObject({ title: 'Three days' })
  const other = { direction: 'up', least: 1.5 }
  expect(await code('POST', `/api/experiments/${id}/amendments`, 'green', other)).toBe('experiment-state')
  await at('2026-01-20')
  expect(await one('green')).toMatchObject({ state: 'running' })
  expect(await code('PUT', `/api/experiments/${id}`, 'green', plan())).toBe('experiment-state')
  expect(await code('DELETE', `/api/experiments/${id}`, 'green')).toBe('experiment-state')
  const amended = await ask('POST', `/api/experiments/${id}/amendments`, 'green', other)
  expect(amended.json()).toMatchObject({
    criterion: { direction: 'up', least: 0.5 },
    amendments: [{ ...other, on: '2026-01-20' }],
  })
})

test('the outcome comes when the window is over, from releases, and is what the report shows', async () => {
  await at('2026-02-20')
  expect((await one('green')).outcome).toBe(null)
  await at('2026-02-21')
  const found = await one('green')
  expect(found).toMatchObject({
    state: 'ended',
    outcome: { status: 'told', verdict: 'down', result: 'other way' },
  })
  const report = (await ask('GET', '/api/reports/units/green', 'green')).json()
  const [before, after] = report.scales[0].points
  expect(found.outcome).toMatchObject({
    before: { mean: before.mean, interval: before.interval },
    after: { mean: after.mean, interval: after.interval },
    difference: after.change.difference,
  })
  const [organisation] = report.scales[0].above.filter(({ of }: { of: string }) => of === 'organisation')
  expect(found.outcome.organisation.after).toEqual(organisation.mean)
  expect(found.outcome.organisation.more.interval.hi).toBeLessThan(0)
})

test('reading figures by a role is noted in the trail', async () => {
  await one('hr')
  const { events } = (await ask('GET', '/api/audit-trail', 'auditor')).json()
  expect(events[0]).toMatchObject({ action: 'report read', subject: 'Green' })
})

test('an experiment becomes a learning moment once, and is open again when that is taken back', async () => {
  const lesson = await ask('POST', '/api/lessons', 'green', {
    kind: 'went wrong',
    title: 'Three days were too few',
    happened: 'We tried.',
    learned: 'It needs a week.',
    now: '',
    tags: [],
    goal: '',
    language: 'en',
    unit: 'green',
    audience: 'organisation',
    leadersOwn: false,
  })
  const told = { lesson: lesson.json().id }
  const url = `/api/experiments/${id}/lesson`
  expect((await ask('PUT', url, 'green', told)).json()).toMatchObject({ state: 'learned', ...told })
  expect(await code('PUT', url, 'green', told)).toBe('experiment-state')
  await ask('DELETE', `/api/lessons/${told.lesson}`, 'green')
  expect(await one('green')).toMatchObject({ state: 'ended', lesson: null })
})

test('who is mentioned in a plan is told, where they read it', async () => {
  const { rows } = await onServer(running.databaseUrl, (client) =>
    client.query(`SELECT id FROM person WHERE external_id IN ('hr', 'left') ORDER BY external_id`),
  )
  const [hr, left] = rows.map((row) => mentionOf(row.id))
  const mentioning = plan({ from: '2026-05-01', to: '2026-06-01', doing: `Ask ${hr} and ${left}.` })
  const planned = (await ask('POST', '/api/experiments', 'green', mentioning)).json()
  const told = async (who: Who) =>
    (await ask('GET', '/api/my/notifications', who))
      .json()
      .notifications.filter(({ what }: { what: string }) => what === 'mention')
  expect(await told('hr')).toMatchObject([{ about: { kind: 'experiment', id: planned.id } }])
  expect(await told('left')).toEqual([])
  await ask('PUT', `/api/experiments/${planned.id}`, 'green', { ...mentioning, title: 'Ask' })
  expect(await told('hr')).toHaveLength(1)
})

test('what HR hides stands in no list and no export; what it blacks out is gone, and one’s own plan can be taken back', async () => {
  const { experiments } = (await ask('GET', '/api/experiments', 'hr')).json()
  const planned = experiments.find(({ title }: { title: string }) => title === 'Ask')
  const exported = async () => (await ask('GET', '/api/community/export?unit=green', 'hr')).json().items
  const isIn = (items: { id: string }[]) => items.some((item) => item.id === planned.id)
  const listed = async (who: Who) => (await ask('GET', '/api/experiments', who)).json().experiments
  expect((await exported()).find((item: { id: string }) => item.id === planned.id)).toMatchObject({
    kind: 'experiment',
    unit: 'Green',
    content: { title: 'Ask', measure: 'psychological-safety', criterion: 'up 0.5' },
  })
  const url = `/api/moderation/experiment/${planned.id}`
  const redacted = await ask('POST', `${url}/redactions`, 'hr', {
    passage: 'each release',
    reason: 'asked for',
  })
  expect(redacted.statusCode, redacted.body).toBeLessThan(300)
  expect((await ask('GET', `/api/experiments/${planned.id}`, 'green')).json().hypothesis).toMatch(
    /at █+ without/,
  )
  await ask('PUT', url, 'hr', { decision: 'hide', reason: 'It blames.' })
  for (const who of ['hr', 'green'] as const) expect(isIn(await listed(who)), who).toBe(false)
  expect(isIn(await exported())).toBe(false)
  const { texts } = (await ask('GET', '/api/my/written', 'green')).json()
  expect(isIn(texts)).toBe(true)
  expect((await ask('DELETE', `/api/my/written/experiment/${planned.id}`, 'hr')).json().code).toBe(
    'unknown-subject',
  )
  expect((await ask('DELETE', `/api/my/written/experiment/${planned.id}`, 'green')).statusCode).toBe(204)
})

test('an action can answer an experiment that its writer reads, by the title that it has', async () => {
  const action = (who: Who, unit: string) =>
    ask('POST', '/api/actions', who, {
      unit,
      title: 'Pair up',
      cause: { kind: 'experiment', id, title: 'made up' },
      owner: { kind: 'words', text: 'all of us' },
      due: '2026-04-01',
    })
  expect((await action('left', 'left')).json().code).toBe('unknown-subject')
  expect((await action('green', 'green')).json().cause).toEqual({
    kind: 'experiment',
    id,
    title: 'Three days',
  })
})

test('a pulse has to close in the window, where it is known when pulses close', async () => {
  await onServer(running.databaseUrl, (client) =>
    client.query(`INSERT INTO wave (organisation, id, programme, number, label, stage, units, opens_at, closes_at, manifest, fingerprint)
      SELECT organisation, gen_random_uuid(), programme, 3, 'Wave 3', 'open', units, '2026-02-20', '2026-03-05', manifest, fingerprint
      FROM wave WHERE number = 2`),
  )
  const { closes } = (await ask('GET', '/api/experiments/choices', 'green')).json()
  expect(closes).toEqual([{ label: 'Wave 3', day: '2026-03-05' }])
  const short = plan({ from: '2026-02-21', to: '2026-03-04' })
  const long = plan({ from: '2026-02-21', to: '2026-03-05' })
  expect(await code('POST', '/api/experiments', 'green', short)).toBe('experiment-window')
  expect((await ask('POST', '/api/experiments', 'green', long)).statusCode).toBe(201)
})
