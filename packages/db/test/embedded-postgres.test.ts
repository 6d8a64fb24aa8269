import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '@chorus/db/embedded/embedded-postgres'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { onServer } from './support/test-server.ts'
import { makeThrowAwayFolder } from './support/throw-away-folder.ts'

/** Made once, because making a cluster takes longest; every test finds it stopped. */
const folder = makeThrowAwayFolder()
afterAll(() => rm(folder, { recursive: true, force: true }))

function throwAwayFolder(): string {
  const fresh = makeThrowAwayFolder()
  onTestFinished(() => rm(fresh, { recursive: true, force: true }))
  return fresh
}

async function start(dataFolder: string, settings = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataFolder, settings })
  onTestFinished(async () => {
    await server.stop()
  })
  return server
}

const write = (server: EmbeddedPostgres) =>
  onServer(server.url, (client) =>
    client.query('drop table if exists kept; create table kept as select 42 as answer'),
  )

const read = (server: EmbeddedPostgres) =>
  onServer(server.url, async (client) => (await client.query('select answer from kept')).rows)

test('what was written is there after a stop and a second start', async () => {
  const first = await start(folder)
  expect(first.adopted).toBe(false)
  await write(first)
  expect(await first.stop()).toBe('stopped')

  const second = await start(folder)
  expect(second.adopted).toBe(false)
  expect(await read(second)).toEqual([{ answer: 42 }])
})

test('nobody but the account of the server can enter its socket folder, and it listens nowhere else', async () => {
  const server = await start(folder)
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  const shown = await onServer(server.url, (client) => client.query('show listen_addresses'))
  expect(shown.rows).toEqual([{ listen_addresses: '' }])
})

test('a server that outlived a killed Chorus is adopted with everything in it', async () => {
  const killed = startInAnotherProcess(folder)
  const [said] = await once(killed.stdout, 'data')
  killed.kill('SIGKILL')
  await once(killed, 'exit')

  const server = await start(folder)
  expect(server.adopted).toBe(true)
  expect(server.pid).toBe(Number(said))
  await write(server)
  expect(await server.stop()).toBe('stopped')
})

test('the last process that uses a server stops it, whoever started it', async () => {
  const first = await start(folder)
  const second = await start(folder)
  expect(second.adopted).toBe(true)
  await write(first)

  expect(await first.stop()).toBe('left-running')
  expect(await read(second)).toEqual([{ answer: 42 }])
  expect(await second.stop()).toBe('stopped')
})

test('two first starts at the same time lead to one server', async () => {
  const folder = throwAwayFolder()
  const [one, other] = await Promise.all([start(folder), start(folder)])
  expect(one.pid).toBe(other.pid)
})

test('a killed server is reported to everybody who uses it, and the next start loses nothing', async () => {
  const first = await start(folder)
  const second = await start(folder)
  await write(first)
  const bothTold = Promise.all(
    [first, second].map((server) => new Promise<void>((told) => server.onLost(told))),
  )
  process.kill(first.pid, 'SIGKILL')
  await bothTold

  const third = await start(folder)
  expect(third.adopted).toBe(false)
  expect(await read(third)).toEqual([{ answer: 42 }])
})

test('a stop is not reported as a loss', async () => {
  const server = await start(folder)
  let lost = false
  server.onLost(() => {
    lost = true
  })
  await server.stop()
  await pause(50)
  expect(lost).toBe(false)
})

test('a cluster whose making was interrupted is not taken for a real one', async () => {
  const folder = throwAwayFolder()
  const interrupted = startInAnotherProcess(folder)
  while (!hasHalfCluster(folder)) await pause(5)
  interrupted.kill('SIGKILL')
  await once(interrupted, 'exit')
  expect(existsSync(join(folder, 'postgresql'))).toBe(false)

  const server = await start(folder)
  await write(server)
  expect(await read(server)).toEqual([{ answer: 42 }])
})

test('a lock left by a power cut does not block, even when its number now belongs to another program', async () => {
  const first = await start(folder)
  await first.stop()
  const cluster = join(folder, 'postgresql')
  writeFileSync(
    join(cluster, 'postmaster.pid'),
    `${process.pid}\n${cluster}\n1\n5432\n/gone\n\n0 0\nready   \n`,
  )

  const second = await start(folder)
  expect(second.adopted).toBe(false)
})

test('data of another PostgreSQL are refused with the remedy and left alone', async () => {
  const folder = throwAwayFolder()
  const cluster = join(folder, 'postgresql')
  mkdirSync(cluster)
  writeFileSync(join(cluster, 'PG_VERSION'), '17\n')

  await expect(startEmbeddedPostgres({ dataFolder: folder })).rejects.toMatchObject({
    code: 'other-major-version',
    message: expect.stringContaining('PostgreSQL 17'),
  })
  expect(readFileSync(join(cluster, 'PG_VERSION'), 'utf8')).toBe('17\n')
})

test('a damaged cluster is neither used nor replaced', async () => {
  const folder = throwAwayFolder()
  mkdirSync(join(folder, 'postgresql', 'base'), { recursive: true })
  await expect(startEmbeddedPostgres({ dataFolder: folder })).rejects.toMatchObject({
    code: 'cluster-incomplete',
  })
  expect(existsSync(join(folder, 'postgresql', 'base'))).toBe(true)
})

test('a setting that the server refuses ends in a sentence with the last lines of its log', async () => {
  const wrong = { shared_buffers: 'plenty' }
  await expect(start(folder, wrong)).rejects.toMatchObject({
    code: 'server-not-started',
    message: expect.stringContaining('shared_buffers'),
  })
})

test('a data folder with a long name works: the socket goes where its path is short', async () => {
  const folder = join(throwAwayFolder(), 'a data folder, with "quotes"', 'x'.repeat(100))
  const server = await start(folder)
  onTestFinished(() => rm(server.connection.host, { recursive: true, force: true }))
  expect(server.connection.host.length).toBeLessThan(86)
  await write(server)
})

test('the log holds nothing of what people did, whatever a caller sets', async () => {
  const server = await start(folder, {
    log_statement: 'all',
    log_min_messages: 'debug1',
    log_connections: 'on',
  })
  await onServer(server.url, async (client) => {
    await client.query('create table if not exists said (word text primary key)')
    await client.query('insert into said values ($1)', ['secretly'])
    await expect(client.query('insert into said values ($1)', ['secretly'])).rejects.toThrow('duplicate')
    await expect(client.query("select 'secretly'::int")).rejects.toThrow('invalid input')
  })
  await server.stop()
  const log = readFileSync(join(folder, 'postgresql.log'), 'utf8')
  expect(log).toContain('ready to accept connections')
  expect(log).not.toMatch(/secretly|said|insert|duplicate|connection received/i)
})

function startInAnotherProcess(folder: string) {
  const face = fileURLToPath(new URL('../src/embedded/embedded-postgres.ts', import.meta.url))
  const program = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(face)})
    const server = await startEmbeddedPostgres({ dataFolder: ${JSON.stringify(folder)} })
    console.log(server.pid)`
  return spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function hasHalfCluster(folder: string): boolean {
  const names = readdirSync(folder)
  const attempt = names.find((name) => name.startsWith('postgresql.unfinished-'))
  return attempt !== undefined && existsSync(join(folder, attempt, 'PG_VERSION'))
}
