import type { Cell } from '@chorus/contracts/publish'
import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openWaveFor } from './support/ballot-device.ts'
import { twoTeamsOfForty } from './support/company-with-cut.ts'
import { answerOverHttp } from './support/play-wave.ts'
import { type RunningApp, runApp } from './support/running-app.ts'

let running: RunningApp
let hr: string

beforeEach(async () => {
  running = await runApp(twoTeamsOfForty())
  hr = await running.signIn('red40@test.example')
})

afterEach(() => running.stop())

/** Everybody of `people` answers the same to every item; of the two tenures, who is longer there says 6, the others 3. */
async function publishedCells(people: readonly string[]): Promise<readonly Cell[]> {
  const frozen = await openWaveFor(running, hr, { cuts: ['tenure'] })
  for (const name of people) {
    const isNew = Number(name.replace(/\D/g, '')) % 2 === 1
    const answers = Object.fromEntries(frozen.items.map((item) => [item, isNew ? 3 : 6]))
    expect(await answerOverHttp(running, frozen.wave, `${name}@test.example`, answers)).toBe(200)
  }
  for (const step of ['close', 'publish'])
    expect((await post(`/api/waves/${frozen.wave}/${step}`)).statusCode).toBe(200)
  const [header] = await listReleases(running.database.reporter, running.organisation)
  if (!header) throw new Error('no release')
  return (await readReleasedWave(running.database.reporter, header)).cells
}

const post = (url: string) => running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
const team = (name: string, size: number) => Array.from({ length: size }, (_, i) => `${name}${i + 1}`)
const cellOf = (cells: readonly Cell[], unit: string, cut: Cell['cut']) =>
  cells.find((cell) => cell.unit === unit && JSON.stringify(cell.cut) === JSON.stringify(cut))

test('categories are shown for the whole organisation, and for no team', async () => {
  const cells = await publishedCells([...team('red', 40), ...team('blue', 40)])
  const longer = cellOf(cells, 'top', { tenure: 'longer' })
  expect(longer).toMatchObject({ status: 'published', n: 40, invited: null, responseRate: null })
  const outcome = longer?.measures.find(({ type }) => type === 'outcome')
  expect(outcome).toMatchObject({ status: 'published', n: 40, mean: { lo: 5.95, hi: 6.05 } })
  expect(cellOf(cells, 'top', { tenure: 'up to 2 years' })).toMatchObject({ status: 'published', n: 40 })
  for (const unit of ['red', 'blue'])
    expect(cellOf(cells, unit, { tenure: 'longer' })).toMatchObject({ status: 'protected', n: null })
}, 120_000)

test('a category of fewer than ten answers is protected, and with it the other one, which it would follow from', async () => {
  const few = team('blue', 40).filter((name) => Number(name.replace(/\D/g, '')) % 2 === 1)
  const cells = await publishedCells([
    ...few,
    ...few.slice(0, 4).map((name) => name.replace(/\d+/, (n) => `${Number(n) + 1}`)),
  ])
  expect(cellOf(cells, 'top', {})).toMatchObject({ status: 'published' })
  for (const tenure of ['longer', 'up to 2 years'])
    expect(cellOf(cells, 'top', { tenure })).toMatchObject({
      status: 'protected',
      reason: 'protected',
      n: null,
    })
}, 120_000)
