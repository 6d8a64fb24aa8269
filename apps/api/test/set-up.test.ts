import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let cookie: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  cookie = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

const rhythm = {
  zone: 'Europe/Zurich',
  every: { unit: 'week', count: 1, weekday: 1 },
  opensAt: '09:00',
  from: '2026-03-01',
  windowDays: 4,
  closesAt: '17:00',
  reminderDays: [2],
  workdays: [1, 2, 3, 4, 5],
  rests: [],
  inRest: 'skip',
  paused: false,
}
const draft = {
  step: 'start',
  name: 'Team pulse',
  instrument: 'chorus-climate-1',
  rhythm,
  rotation: { perWave: 1 },
  policy: { k: 5, commentK: 10, cutK: 10, cuts: [], crossings: [], comments: true },
}

const call = (method: 'GET' | 'PUT' | 'POST', url: string, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie }, ...(payload ? { payload } : {}) })
const current = async () => (await call('GET', '/api/set-up')).json()
const save = async (change: object | null) =>
  call('PUT', '/api/set-up', { version: (await current()).version, draft: change })

test('nobody is setting up: there is no draft, and the organisation is described', async () => {
  expect(await current()).toEqual({
    version: 0,
    draft: null,
    organisation: { name: 'Test organisation', people: 26, units: 5, cuts: [] },
  })
})

test('a draft is kept as far as somebody came; who has read an older one changes nothing', async () => {
  const begun = { ...draft, step: 'rhythm', rhythm: null, rotation: null, policy: null }
  expect((await call('PUT', '/api/set-up', { version: 0, draft: begun })).json()).toMatchObject({
    version: 1,
    draft: begun,
  })
  expect((await call('PUT', '/api/set-up', { version: 0, draft })).json()).toMatchObject({
    code: 'set-up-changed',
    status: 409,
  })
  expect((await current()).draft).toEqual(begun)
})

test('what is not complete does not start, and the refusal says what is missing', async () => {
  const refused = await call('POST', '/api/set-up/start', { version: 1, atOnce: false })
  expect(refused.json()).toMatchObject({ code: 'set-up-incomplete', detail: 'missing: rhythm, policy' })
})

test('a plan tells the next six waves, what takes turns in them, and when each scale returns', async () => {
  const plan = (
    await call('POST', '/api/set-up/plan', { instrument: draft.instrument, rhythm, rotation: { perWave: 2 } })
  ).json()
  expect(plan.next).toHaveLength(6)
  expect(plan.returnsWithin).toBe(2)
  expect(plan.next[0].scales.map((scale: { id: string }) => scale.id)).toEqual([
    'psychological-safety',
    'belonging',
    'learning-from-mistakes',
    'standards',
    'outcomes',
  ])
})

test('the preview names the groups, why they are joined, and how sure each will be', async () => {
  await save(draft)
  const preview = (await call('GET', '/api/set-up/preview?participation=1')).json()
  expect(preview.measure).toMatchObject({ spread: 1.5, released: false })
  const joined = preview.groups.filter((group: { kind: string }) => group.kind !== 'unit')
  expect(joined).toMatchObject([{ units: ['Top', 'Tiny'], people: 5, answers: 5, halfOfInvited: 0 }])
  const few = (await call('GET', '/api/set-up/preview?participation=0.5')).json()
  expect(few.groups.map((group: { half: number | null }) => group.half)).toEqual([null, null, null, null])
})

test('the invitation is the mail as it will be, in the language asked for, and can neither run nor send', async () => {
  const page = await call('GET', '/api/set-up/invitation?lang=de')
  expect(page.body).toContain('<html lang="de"')
  expect(page.body).toContain('Test organisation · 2026-03-09')
  expect(page.headers['content-security-policy']).toContain("default-src 'none'")
  expect(page.headers['content-security-policy']).toContain("form-action 'none'")
})

test('started, the programme has its rhythm and the draft is gone; pressed twice, it starts once', async () => {
  const { version } = await current()
  const press = () => call('POST', '/api/set-up/start', { version, atOnce: false })
  const answers = await Promise.all([press(), press()])
  expect(answers.map((answer) => answer.statusCode).sort()).toEqual([201, 409])
  const { programmes } = (await call('GET', '/api/programmes')).json()
  expect(programmes).toMatchObject([{ name: 'Team pulse', waves: [] }])
  const planned = (await call('GET', `/api/programmes/${programmes[0].id}/rhythm`)).json()
  expect(planned).toMatchObject({ rhythm, rotation: { perWave: 1 } })
  expect(planned.next[0].opensAt).toBe('2026-03-09T08:00:00.000Z')
  expect((await current()).draft).toBeNull()
})

test('started at once, a first wave is open as long as every other, and the next follows after it', async () => {
  await save({ ...draft, name: 'Second pulse' })
  const { version } = await current()
  const started = await call('POST', '/api/set-up/start', { version, atOnce: true })
  expect(started.statusCode).toBe(201)
  expect(started.json().waves).toMatchObject([
    { label: '2026-03-02', stage: 'open', closes: '2026-03-06T16:00:00.000Z' },
  ])
  const { events } = (await call('GET', '/api/audit-trail')).json()
  expect(events.slice(0, 2).map((event: { action: string }) => event.action)).toEqual([
    'wave opened',
    'programme created',
  ])
})

test('a draft that is thrown away is gone', async () => {
  await save(draft)
  expect((await save(null)).json()).toMatchObject({ version: 0, draft: null })
})
