import { randomBytes } from 'node:crypto'
import { addSignInLink, findPersonByEmail } from '@chorus/db/stores/sign-in-links'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { SlowDown } from '../src/access/password/slow-down.ts'
import { hashOfSecret, newSecret } from '../src/access/sign-in-link.ts'
import type { App } from '../src/http/zod-app.ts'
import { workOnce } from '../src/jobs/worker.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp
let apps: readonly [App, App]
let slow: SlowDown

beforeAll(async () => {
  running = await runApp(smallCompany())
  apps = [running.app, await running.another()]
  slow = new SlowDown(running.database.office, running.secrets)
})

afterAll(() => running.stop())

afterEach(() => onServer(running.databaseUrl, (client) => client.query('DELETE FROM sign_in_try')))

const rows = () =>
  onServer(running.databaseUrl, async (client) => {
    const { rows } = await client.query<{ row: string }>('SELECT t::text AS row FROM sign_in_try t')
    return rows.map(({ row }) => row)
  })
const at = (seconds: number) => new Date(1_000_000 * 1000 + seconds * 1000)

test('three tries are free, then each wait is twice as long, up to a quarter of an hour', async () => {
  const waits: number[] = []
  let now = 0
  for (let count = 0; count < 12; count++) {
    const wait = await slow.begin('ada', at(now))
    if (wait > 0) {
      expect(await slow.begin('ada', at(now + wait - 1)), 'asked too early, nothing is counted').toBe(1)
      now += wait
      expect(await slow.begin('ada', at(now))).toBe(0)
    }
    waits.push(wait)
  }
  expect(waits).toEqual([0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('another name does not wait, capital letters are the same name, and an hour later no row is left', async () => {
  for (const _ of [1, 2, 3]) await slow.begin('ada', at(0))
  expect(await slow.begin('ADA', at(0))).toBe(15)
  expect(await slow.begin('grace', at(0))).toBe(0)
  expect(await rows()).toHaveLength(3)
  const { database, vault, marks } = running
  await workOnce({ database, vault, marks, mail: null, now: () => at(3600), report: () => undefined })
  expect(await rows()).toEqual([])
})

test('a right password begins anew, and leaves nothing of who it was', async () => {
  for (const _ of [1, 2, 3]) await slow.begin('ada', at(0))
  await slow.succeeded('ada', at(0))
  expect(await rows(), 'the count of all').toHaveLength(1)
  expect(await slow.begin('ada', at(0))).toBe(0)
})

test('after 300 tries in all everybody waits for the end of the quarter of an hour', async () => {
  for (let count = 0; count < 300; count++) await slow.begin(`name ${count}`, at(100))
  expect(await slow.begin('ada', at(400))).toBe(600)
  expect(await slow.begin('ada', at(1000))).toBe(0)
})

test.each([
  ['an administrator', 'tiny2@test.example'],
  ['an employee', 'red2@test.example'],
  ['nobody', 'nobody@test.example'],
])('many wrong passwords of %s at once, over two processes, are three tries', async (_whose, email) => {
  const answers = await Promise.all(
    Array.from({ length: 12 }, (_, index) =>
      apps[index % 2 === 0 ? 0 : 1].inject({
        method: 'POST',
        url: '/api/session/password',
        payload: { email, password: 'another horse battery', code: '000000' },
      }),
    ),
  )
  const told = answers.map((answer) => `${answer.statusCode} ${answer.json().code}`).sort()
  expect(told).toEqual([
    ...Array.from({ length: 3 }, () => '401 password-not-valid'),
    ...Array.from({ length: 9 }, () => '429 wait-before-next-try'),
  ])
  expect((await rows()).join()).not.toContain(email)
})

test('many codes of one link at once, over two processes, are five; then it is void', async () => {
  const { office } = running.database
  const { organisation, clock } = running
  const person = await findPersonByEmail(office, organisation, 'red3@test.example')
  const secret = newSecret()
  const link = {
    organisation,
    person: person?.id ?? '',
    tokenHash: hashOfSecret(secret),
    expiresAt: new Date(clock.now.getTime() + 900_000),
    reusable: false,
    askedBy: randomBytes(32),
  }
  await addSignInLink(office, link, clock.now)
  const enter = (code: number, app: App) =>
    app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { token: secret, code: String(code).padStart(6, '0') },
    })
  const answers = await Promise.all(
    Array.from({ length: 14 }, (_, code) => enter(code, apps[code % 2 === 0 ? 0 : 1])),
  )
  const codes = answers.map((answer) => answer.json().code)
  expect(codes.filter((code) => code === 'link-code-not-valid')).toHaveLength(5)
  expect(codes.filter((code) => code === 'link-not-valid')).toHaveLength(9)
  const kept = (await rows()).join()
  expect(kept).not.toContain(link.person)
  expect(kept).not.toContain(link.tokenHash.toString('hex'))
})
