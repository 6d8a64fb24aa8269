import { recordCopyDestroyed, recordCopyMade } from '@chorus/db/stores/vault-copies'
import { findWave } from '@chorus/db/stores/waves'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp, smallCompany } from './support/running-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await runApp(smallCompany())
})

afterAll(() => running.stop())

test('HR sees how many copies of the keys of a wave are not destroyed, and the trail says who made them, never a key', async () => {
  const headers = { cookie: await running.signIn('top2@test.example') }
  const { wave: id } = await openWaveOverHttp(running, headers.cookie)
  const { office } = running.database
  const wave = await findWave(office, running.organisation, id)
  if (!wave) throw new Error('the wave is not there')
  const copiesShown = async () =>
    (await running.app.inject({ url: '/api/programmes', headers })).json().programmes[0].waves[0].keyCopies
  expect(await copiesShown()).toBe(0)
  for (const copy of ['aaaa', 'bbbb']) await recordCopyMade(office, wave, copy, running.clock.now)
  const closed = await running.app.inject({ method: 'POST', url: `/api/waves/${id}/close`, headers })
  expect(closed.json()).toMatchObject({ stage: 'sealed', keyCopies: 2 })
  await running.app.inject({ method: 'POST', url: `/api/waves/${id}/publish`, headers })
  expect(await copiesShown()).toBe(2)
  await recordCopyDestroyed(office, wave, 'aaaa', running.clock.now)
  expect(await copiesShown()).toBe(1)
  const trail = await running.app.inject({ url: '/api/audit-trail', headers })
  expect(trail.json().events).toContainEqual(
    expect.objectContaining({
      at: running.clock.now.toISOString(),
      actor: 'command line',
      action: 'vault copied',
      subject: `A wave (wave ${id}), copy bbbb`,
    }),
  )
})
