import { present } from '@chorus/basics/assert'
import type { ChainedEvent } from '@chorus/contracts/trail-hash'
import { recordEvent } from '@chorus/db/stores/audit-trail'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkTrail } from '../src/trust/check-trail.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let hr: string
let auditor: string

beforeAll(async () => {
  running = await runApp(smallCompany())
  hr = await running.signIn('top2@test.example')
  auditor = await running.signIn('top3@test.example')
  for (let index = 1; index <= 150; index++)
    await recordEvent(running.database.office, running.organisation, {
      at: new Date(Date.UTC(2026, 0, index)),
      actor: index % 2 === 0 ? 'Ada 100% Lovelace' : '=1+1',
      action: index % 3 === 0 ? 'wave opened' : 'report read',
      subject: `"${index}"; ü\n`,
    })
})

afterAll(() => running.stop())

const get = (url: string, cookie = auditor) => running.app.inject({ url, headers: { cookie } })
const numbers = async (query: string): Promise<number[]> =>
  (await get(`/api/audit-trail?${query}`)).json().events.map(({ number }: { number: number }) => number)

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

test('the trail comes a page at a time, newest first, each entry once', async () => {
  const first = (await get('/api/audit-trail')).json()
  expect(first).toMatchObject({ more: true, head: { number: 150 } })
  const second = (await get(`/api/audit-trail?before=${first.events.at(-1).number}`)).json()
  expect(second.more).toBe(false)
  const all = [...first.events, ...second.events].map(({ number }: { number: number }) => number)
  expect(all).toEqual(Array.from({ length: 150 }, (_, index) => 150 - index))
})

test('it is looked through by what was done, by whom and when', async () => {
  expect(await numbers('from=2026-01-05T00:00:00Z&until=2026-01-07T00:00:00Z')).toEqual([6, 5])
  expect(await numbers('action=wave%20opened&until=2026-01-08T00:00:00Z')).toEqual([6, 3])
  expect(await numbers('person=lovelace&until=2026-01-06T00:00:00Z')).toEqual([4, 2])
  // A sign that a search could take for "anything" is itself.
  expect(await numbers('person=100%25&until=2026-01-06T00:00:00Z')).toEqual([4, 2])
  expect(await numbers('person=_&until=2026-01-06T00:00:00Z')).toEqual([])
  expect((await get('/api/audit-trail?action=nothing')).json().code).toBe('malformed-request')
})

test('the whole trail goes out as JSON Lines, whose chain anybody can check, with its own export as its last entry', async () => {
  const head = (await get('/api/audit-trail')).json().head.hash
  const file = await get('/api/audit-trail.jsonl')
  expect(file.headers['content-disposition']).toBe('attachment; filename="audit-trail_151.jsonl"')
  const events: ChainedEvent[] = file.body
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(events).toHaveLength(151)
  expect(events.at(-1)).toMatchObject({
    actor: 'Person top3',
    action: 'trail exported',
    subject: 'audit-trail.jsonl',
  })
  expect(await checkTrail(each(events), head)).toEqual({
    ok: true,
    value: { events: 151, head: present(events.at(-1), 'the last event').hash },
  })
  expect((await checkTrail(each(events.slice(0, 149)), head)).ok).toBe(false)
})

test('as CSV no field is run by a spreadsheet, and HR takes it along, too', async () => {
  const plain = await get('/api/audit-trail.csv', hr)
  expect(plain.body.split('\n')[0]).toBe('organisation,number,at,actor,action,subject,hash')
  const forSpreadsheet = await get('/api/audit-trail.csv?format=spreadsheet', hr)
  expect(forSpreadsheet.body.startsWith('\ufefforganisation;number;at')).toBe(true)
  for (const { body } of [plain, forSpreadsheet]) expect(body).not.toMatch(/[,;]"?=1\+1/)
  const newest = (await get('/api/audit-trail')).json().events.slice(0, 2)
  expect(newest).toEqual([
    expect.objectContaining({ actor: 'Person top2', action: 'trail exported', subject: 'audit-trail.csv' }),
    expect.objectContaining({ actor: 'Person top2', action: 'trail exported', subject: 'audit-trail.csv' }),
  ])
})
