import { afterAll, beforeAll, expect, test } from 'vitest'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let url: string
let cookie: string

const weekly = {
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

beforeAll(async () => {
  running = await runApp(smallCompany())
  cookie = await running.signIn('top2@test.example')
  const made = await running.app.inject({
    method: 'POST',
    url: '/api/programmes',
    headers: { cookie },
    payload: { name: 'Pulse' },
  })
  url = `/api/programmes/${made.json().id}/rhythm`
})

afterAll(() => running.stop())

const change = (rhythm: unknown) =>
  running.app.inject({ method: 'PATCH', url, headers: { cookie }, payload: { rhythm } })
const read = async () => (await running.app.inject({ url, headers: { cookie } })).json()

test('a programme begins without a rhythm: its waves are opened by hand', async () => {
  expect(await read()).toEqual({ rhythm: null, rotation: null, next: [], waits: false })
})

test('a rhythm is kept, tells the next three waves, and the change is in the audit trail', async () => {
  const changed = await change(weekly)
  expect(changed.statusCode).toBe(200)
  expect(await read()).toEqual(changed.json())
  expect(changed.json().next.map((wave: { opensAt: string }) => wave.opensAt)).toEqual([
    '2026-03-09T08:00:00.000Z',
    '2026-03-16T08:00:00.000Z',
    '2026-03-23T08:00:00.000Z',
  ])
  const turns = changed
    .json()
    .next.map((wave: { scales: { id: string; role: string }[] }) =>
      wave.scales.filter(({ role }) => role === 'rotating').map(({ id }) => id),
    )
  expect(turns).toEqual([['learning-from-mistakes'], ['standards'], ['leader-as-model']])
  const trail = await running.app.inject({ url: '/api/audit-trail', headers: { cookie } })
  expect(trail.json().events[0]).toMatchObject({
    action: 'rhythm changed',
    subject: 'Pulse: opened by hand, 1 in turn -> open for 6240 min, 1 in turn',
  })
})

test('a window that reaches into the next wave is refused with place and remedy, and nothing changes', async () => {
  const before = await read()
  const refused = await change({ ...weekly, windowDays: 8 })
  expect(refused.statusCode).toBe(400)
  expect(refused.json().detail).toContain('/rhythm/windowDays')
  expect(refused.json().detail).toContain('Shorten the window')
  expect(await read()).toEqual(before)
})

test('paused, nothing is planned; taken away, waves are opened by hand again', async () => {
  expect((await change({ ...weekly, paused: true })).json().next).toEqual([])
  expect((await change(null)).json()).toEqual({ rhythm: null, rotation: null, next: [], waits: false })
})
