import { afterAll, beforeAll, expect, test } from 'vitest'
import { type ReleasedCompany, releasedCompany } from './support/released-company.ts'

let running: ReleasedCompany
const cookies: Record<string, string> = {}
const people = ['hr', 'auditor', 'left', 'green', 'somebody'] as const
type Who = (typeof people)[number]

beforeAll(async () => {
  running = await releasedCompany()
  running.clock.now = new Date('2026-01-10T09:00:00Z')
  for (const who of people) cookies[who] = await running.signIn(`${who}@test.example`)
})

afterAll(() => running.stop())

const ask = (method: 'GET' | 'POST', url: string, who: Who, payload?: object) =>
  running.app.inject({ method, url, headers: { cookie: cookies[who] ?? '' }, ...(payload && { payload }) })

const loop = async (who: Who, unit?: string) =>
  (await ask('GET', `/api/learning-loop${unit ? `?unit=${unit}` : ''}`, who)).json()

async function written(url: string, payload: object): Promise<void> {
  const answer = await ask('POST', url, 'green', payload)
  expect(answer.statusCode, answer.body).toBe(201)
}

test('a unit that has only answered stands after its pulse, and no result is told on the way', async () => {
  const told = await loop('green')
  expect(told).toEqual({
    unit: { id: 'green', name: expect.any(String) },
    pulse: { label: expect.any(String), closed: expect.any(String) },
    conversation: null,
    actions: [],
    experiment: null,
    next: null,
  })
  expect(await loop('auditor')).toMatchObject({ pulse: told.pulse })
})

test('a conversation, what is done and what is tried are told to whoever may read them', async () => {
  const session = {
    unit: 'green',
    title: 'After the pulse',
    prompts: ['What helps us to say no?'],
    quietMinutes: null,
    everyWeeks: null,
    keepDays: 30,
  }
  await written('/api/reflections', session)
  const plan = {
    unit: 'green',
    title: 'Say early what is late',
    hypothesis: 'Who hears it early can help.',
    doing: 'Five minutes each Monday.',
    measure: 'psychological-safety',
    from: '2026-01-12',
    to: '2026-02-20',
    criterion: { direction: 'up', least: 0.5 },
  }
  await written('/api/experiments', plan)
  const action = {
    unit: 'green',
    title: 'A board for doubts',
    cause: null,
    owner: { kind: 'words', text: 'All of us' },
    due: '2026-01-20',
  }
  await written('/api/actions', action)
  const told = await loop('green')
  expect(told).toMatchObject({
    conversation: { title: 'After the pulse', state: 'quiet' },
    actions: [{ title: 'A board for doubts', overdue: false }],
    experiment: { title: 'Say early what is late', state: 'planned', to: '2026-02-20' },
  })
  // HR takes part in no session of another unit, and hears of it once there is a summary.
  expect(await loop('hr', 'green')).toMatchObject({ conversation: null, experiment: told.experiment })
})

test('nobody is told how far a unit is that they do not read', async () => {
  expect((await loop('somebody', 'green')).code).toBe('unknown-unit')
})
