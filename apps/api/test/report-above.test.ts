import type { UnitReport } from '@chorus/contracts/report'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { joinedCompany } from './support/joined-company.ts'
import { answerOverHttp, openWaveOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp

beforeAll(async () => {
  running = await runApp(joinedCompany())
  const cookie = await running.signIn('top2@test.example')
  const { wave, items } = await openWaveOverHttp(running, cookie)
  const answering = { top: 6, division: 1, east: 8, west: 7, north: 3, south: 3 }
  for (const [unit, size] of Object.entries(answering))
    for (let number = 1; number <= size; number++) {
      const answers = Object.fromEntries(items.map((item, at) => [item, 2 + ((at + number) % 5)]))
      expect(await answerOverHttp(running, wave, `${unit}${number}@test.example`, answers)).toBe(200)
    }
  for (const step of ['close', 'publish'])
    await running.app.inject({ method: 'POST', url: `/api/waves/${wave}/${step}`, headers: { cookie } })
}, 120_000)

afterAll(() => running.stop())

async function read(unit: string, who: string): Promise<UnitReport> {
  const cookie = await running.signIn(`${who}@test.example`)
  return (await running.app.inject({ url: `/api/reports/units/${unit}`, headers: { cookie } })).json()
}

test('who may open one unit alone sees what lies above it as a mean with its interval, as its own page shows them', async () => {
  const own = await read('east', 'east1')
  const [division, top] = [await read('division', 'top2'), await read('top', 'top2')]
  for (const [at, scale] of own.scales.entries()) {
    expect(scale.above.map(({ of, name }) => [of, name])).toEqual([
      ['parent', 'Division'],
      ['organisation', 'Top'],
    ])
    scale.above.forEach((above, place) => {
      const page = [division, top][place]?.scales[at]?.points.at(-1)
      if (above.status !== 'published' || page?.status !== 'published') throw new Error('not shown')
      expect([above.mean, above.interval]).toEqual([page.mean, page.interval])
      expect(Object.keys(above).sort()).toEqual([
        'interval',
        'mean',
        'name',
        'of',
        'smallestSeen',
        'status',
        'verdict',
      ])
    })
  }
})

test('nothing else of what lies above leaves, and nothing at all of what lies beside', async () => {
  const { scales, ...rest } = await read('east', 'east1')
  const without = JSON.stringify({ ...rest, scales: scales.map(({ above: _, ...scale }) => scale) })
  expect(without).not.toMatch(/Division|Top|division|"top"/)
  expect(JSON.stringify({ ...rest, scales })).not.toMatch(/West|North|South|west|north|south|small-teams/)
})

test('a team that is too small reads where its answers count, and in which group', async () => {
  const { whenProtected } = await read('north', 'north1')
  expect(whenProtected).toEqual({
    countedIn: 'Division',
    joined: { name: 'Small teams of Division', n: { lo: 5, hi: 9 } },
  })
})
