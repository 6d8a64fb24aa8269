import { expect, test } from 'vitest'
import { RunningImports } from './running-imports.ts'

test('how far it is can be asked by the same organisation while it runs, and not afterwards', async () => {
  const running = new RunningImports()
  await running.during('ours', { raw: { destroyed: false } }, async (onProgress) => {
    onProgress(3, 9)
    expect(running.of('ours')).toEqual({ done: 3, of: 9 })
    expect(running.of('theirs')).toBeNull()
  })
  expect(running.of('ours')).toBeNull()
})

test('once whoever waited is gone the next step ends the work', async () => {
  const running = new RunningImports()
  const raw = { destroyed: false }
  let steps = 0
  const working = running.during('ours', { raw }, async (onProgress) => {
    for (; steps < 9; steps++) {
      onProgress(steps, 9)
      raw.destroyed = steps === 4
    }
  })
  await expect(working).rejects.toMatchObject({ code: 'stopped' })
  expect(steps).toBe(5)
  expect(running.of('ours')).toBeNull()
})
