import { afterAll, beforeAll, expect, test } from 'vitest'
import { fatigueOf } from '../src/programmes/fatigue.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let cookie: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  cookie = await running.signIn('top2@test.example')
})

afterAll(() => running.stop())

async function openIn(name: string): Promise<{ statusCode: number; code?: string }> {
  const post = (url: string, payload: object) =>
    running.app.inject({ method: 'POST', url, headers: { cookie }, payload })
  const { id } = (await post('/api/programmes', { name })).json()
  const closes = new Date(running.clock.now.getTime() + 86_400_000).toISOString()
  const answer = await post(`/api/programmes/${id}/waves`, { label: name, closes })
  return { statusCode: answer.statusCode, code: answer.json().code }
}

const setLimit = (aQuarter: number) =>
  running.app.inject({ method: 'PUT', url: '/api/pulse-limit', headers: { cookie }, payload: { aQuarter } })

test('an organisation begins with room for a weekly programme, whose fullest quarters have 14 waves', async () => {
  const now = running.clock.now
  expect(await fatigueOf(running.database.office, running.organisation, now)).toEqual({
    pulses: 0,
    limit: 14,
    tooMany: false,
    nextQuarter: new Date('2026-04-01T00:00Z'),
  })
})

test('waves of all programmes count together; one more than the limit is not opened until the next quarter', async () => {
  expect((await setLimit(2)).json()).toEqual({ aQuarter: 2 })
  expect((await openIn('Spring')).statusCode).toBe(201)
  expect((await openIn('Welcome')).statusCode).toBe(201)
  expect(await openIn('One more')).toEqual({ statusCode: 409, code: 'too-many-pulses' })
  running.clock.now = new Date('2026-04-01T00:00Z')
  cookie = await running.signIn('top2@test.example')
  expect((await openIn('Summer')).statusCode).toBe(201)
})

test('a limit below one is refused and changes nothing; a change is in the audit trail', async () => {
  expect((await setLimit(0)).statusCode).toBe(400)
  const { events } = (await running.app.inject({ url: '/api/audit-trail', headers: { cookie } })).json()
  const changes = events.filter((event: { action: string }) => event.action === 'pulse limit changed')
  expect(changes.map((event: { subject: string }) => event.subject)).toEqual(['2'])
})
