import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { acquireInstanceLock } from './instance-lock.ts'

function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chorus-lock-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

const leaveBehind = (folder: string, holder: object) =>
  writeFileSync(join(folder, 'instance.lock'), JSON.stringify({ token: 'old', ...holder }))

test('a second instance learns who runs and where it is reached', async () => {
  const folder = throwAwayFolder()
  const first = await acquireInstanceLock(folder)
  if (first.ok) first.value.publish({ address: 'http://127.0.0.1:4000' })
  expect(await acquireInstanceLock(folder)).toEqual({
    ok: false,
    error: { code: 'already-running', pid: process.pid, address: 'http://127.0.0.1:4000' },
  })
})

test('a released lock can be taken again, and nothing else is left in the folder', async () => {
  const folder = throwAwayFolder()
  const first = await acquireInstanceLock(folder)
  if (first.ok) first.value.release()
  expect(readdirSync(folder)).toEqual([])
  expect((await acquireInstanceLock(folder)).ok).toBe(true)
})

test('a lock whose process has ended is taken over', async () => {
  const folder = throwAwayFolder()
  const ended = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(ended, 'exit')
  leaveBehind(folder, { pid: ended.pid })
  expect((await acquireInstanceLock(folder)).ok).toBe(true)
})

test.runIf(process.platform === 'linux')(
  'a lock whose number belongs to a later process is taken over',
  async () => {
    const folder = throwAwayFolder()
    leaveBehind(folder, { pid: process.pid, birth: 'another boot:1' })
    expect((await acquireInstanceLock(folder)).ok).toBe(true)
  },
)

test.each(['', '{"pid":', '[]', 'null', '{"pid":"one"}'])(
  'a damaged lock (%s) is taken over',
  async (content) => {
    const folder = throwAwayFolder()
    writeFileSync(join(folder, 'instance.lock'), content)
    expect((await acquireInstanceLock(folder)).ok).toBe(true)
  },
)

test('of many starts at once over a stale lock exactly one wins', async () => {
  const folder = throwAwayFolder()
  leaveBehind(folder, { pid: 2 ** 22 + 1 })
  const results = await Promise.all(Array.from({ length: 30 }, () => acquireInstanceLock(folder)))
  expect(results.filter((result) => result.ok)).toHaveLength(1)
})

test('an instance that lost its lock does not release that of another', async () => {
  const folder = throwAwayFolder()
  const first = await acquireInstanceLock(folder)
  leaveBehind(folder, { pid: process.pid })
  if (first.ok) first.value.release()
  expect(readdirSync(folder)).toEqual(['instance.lock'])
})
