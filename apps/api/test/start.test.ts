import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cloneTestDatabase } from '../../../packages/db/test/support/test-database.ts'
import { onServer } from '../../../packages/db/test/support/test-server.ts'
import { runningAddress } from '../src/cli/running-address.ts'

const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')
let folder: string
const children: ChildProcess[] = []

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chorus-start-'))
  await chmod(folder, 0o711)
})

afterAll(async () => {
  for (const child of children) child.kill('SIGTERM')
  await rm(folder, { recursive: true, force: true })
})

type Started = { said: () => string; ended: Promise<number | null>; child: ChildProcess }

function start(settings: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, ['--import', tsx, main, 'start'], {
    env: {
      ...process.env,
      CHORUS_DATA: folder,
      CHORUS_DEMO: '0',
      PORT: '0',
      DATABASE_URL: '',
      ...settings,
    },
  })
  children.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      said += chunk
    })
  return { said: () => said, ended: new Promise((resolve) => child.once('close', resolve)), child }
}

async function ready(started: Started): Promise<string> {
  await written(started, 'Chorus is running at')
  return /running at (\S+)/.exec(started.said())?.[1] ?? ''
}

async function written({ said, ended }: Started, words: string): Promise<void> {
  let over = false
  void ended.then(() => {
    over = true
  })
  while (!said().includes(words)) {
    if (over) throw new Error(said())
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

test('it starts on its own database, a second start says so, Ctrl-C stops it, and it resumes', {
  timeout: 120_000,
}, async () => {
  const first = start()
  const address = await ready(first)
  await written(first, 'Ctrl-C')
  const [, code = ''] = /^ +([0-9A-Z-]{20})$/m.exec(first.said()) ?? []
  expect(first.said()).toContain(`${address}/first-start`)
  expect((await fetch(`${address}/api/session`)).status).toBe(401)

  expect(await runningAddress(folder), 'links lead to where it runs').toBe(address)

  const second = start()
  expect(await second.ended).toBe(1)
  expect(second.said()).toContain(`already running at ${address}`)

  first.child.kill('SIGINT')
  expect(await first.ended).toBe(0)

  const third = start()
  const again = await ready(third)
  await written(third, 'Ctrl-C')
  expect(third.said(), 'the set-up code is the same after a restart').toContain(code)
  const founded = await fetch(`${again}/api/first-start`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      code,
      organisation: 'Northwind',
      language: 'en',
      zone: 'Europe/Zurich',
      name: 'Ada Example',
      email: 'ada@northwind.example',
    }),
  })
  expect(await founded.json()).toMatchObject({ organisation: { name: 'Northwind' } })
  third.child.kill('SIGTERM')
  expect(await third.ended).toBe(0)
})

test('told to stop while it fills the demo, it stops cleanly, and the next start begins it anew', {
  timeout: 120_000,
}, async () => {
  const other = await mkdtemp(join(tmpdir(), 'chorus-start-'))
  await chmod(other, 0o711)
  const filling = start({ CHORUS_DATA: other, CHORUS_DEMO: '1' })
  while (!existsSync(join(other, 'postgresql', 'postmaster.pid')))
    await new Promise((resolve) => setTimeout(resolve, 50))
  await new Promise((resolve) => setTimeout(resolve, 1500))
  filling.child.kill('SIGINT')
  expect(await filling.ended).toBe(1)
  expect(filling.said()).toContain('The next start fills the demo anew.')
  expect(existsSync(join(other, 'postgresql', 'postmaster.pid')), 'the database is stopped too').toBe(false)
  await rm(other, { recursive: true, force: true })
})

test('a taken port, an unreachable database and a wrong setting are told in one sentence each', {
  timeout: 120_000,
}, async () => {
  const running = start()
  const { port } = new URL(await ready(running))
  const other = await mkdtemp(join(tmpdir(), 'chorus-start-'))
  await chmod(other, 0o711)
  const taken = start({ PORT: port, CHORUS_DATA: other })
  expect(await taken.ended).toBe(1)
  expect(taken.said()).toMatch(/Port \d+ is taken by another program/)

  const unreachable = start({ CHORUS_DATA: other, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })
  expect(await unreachable.ended).toBe(1)
  expect(unreachable.said()).toMatch(/^No database answers where DATABASE_URL points/)

  const wrong = start({ CHORUS_DATA: other, PORT: 'eighty' })
  expect(await wrong.ended).toBe(2)
  expect(wrong.said()).toMatch(/PORT \(from the environment\)/)
  for (const outcome of [taken, unreachable, wrong]) expect(outcome.said()).not.toMatch(/\bat .*\.ts:/)

  running.child.kill('SIGTERM')
  await running.ended
  await rm(other, { recursive: true, force: true })
})

test('a PostgreSQL that writes statements down is named with the remedy, and refused where Chorus must be strict', {
  timeout: 120_000,
}, async () => {
  const place = await cloneTestDatabase()
  const name = new URL(place.url).pathname.slice(1)
  const alter = (what: string) =>
    onServer(place.url, (client) => client.query(`ALTER DATABASE ${name} SET ${what}`))
  const other = await mkdtemp(join(tmpdir(), 'chorus-start-'))
  const settings = { CHORUS_DATA: other, DATABASE_URL: place.url }

  await alter(`log_min_duration_statement = '100'`)
  const warned = start(settings)
  await ready(warned)
  expect(warned.said()).toContain(`ALTER SYSTEM SET log_min_duration_statement = '-1'`)
  warned.child.kill('SIGTERM')
  expect(await warned.ended).toBe(0)

  const refused = start({ ...settings, CHORUS_STRICT: '1' })
  expect(await refused.ended).toBe(1)
  expect(refused.said()).toMatch(/log_min_duration_statement = 100: writes statements/)
  expect(refused.said()).not.toMatch(/\bat .*\.ts:/)

  await alter(`log_min_duration_statement = '-1'`)
  const strict = start({ ...settings, CHORUS_STRICT: '1' })
  await ready(strict)
  expect(strict.said()).not.toContain('ALTER SYSTEM')
  strict.child.kill('SIGTERM')
  await strict.ended
  await rm(other, { recursive: true, force: true })
  await place.drop()
})
