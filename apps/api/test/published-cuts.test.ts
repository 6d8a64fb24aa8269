import { protectCuts } from '@chorus/anonymity/rules/cut-protection'
import type { Cell, ReleasedWave } from '@chorus/contracts/publish'
import { listReleases, readReleasedWave } from '@chorus/db/stores/releases'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { chooseCuts } from '../src/stages/seal/choose-cuts.ts'
import { sealWave } from '../src/stages/seal/seal-wave.ts'
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

/** A rule that hides nothing: every category that may be shown is. */
const brokenRule: typeof protectCuts = ({ allowed = [] }) =>
  allowed.map((categories) => categories.map((units) => units.slice()))

/** Everybody of `people` answers the same to every item; of the two tenures, who is longer there says 6, the others 3. */
async function publishedWave(people: readonly string[], rule = protectCuts): Promise<ReleasedWave> {
  const frozen = await openWaveFor(running, hr, { cuts: ['tenure'] })
  for (const name of people) {
    const isNew = Number(name.replace(/\D/g, '')) % 2 === 1
    const answers = Object.fromEntries(frozen.items.map((item) => [item, isNew ? 3 : 6]))
    expect(await answerOverHttp(running, frozen.wave, `${name}@test.example`, answers)).toBe(200)
  }
  const key = { organisation: running.organisation, wave: frozen.wave }
  const choose: typeof chooseCuts = (units, manifest, cohorts, opened, collected) =>
    chooseCuts(units, manifest, cohorts, opened, collected, rule)
  expect(await sealWave(running, key, new Date(), undefined, choose)).toEqual({ ok: true, value: undefined })
  expect((await post(`/api/waves/${frozen.wave}/publish`)).statusCode).toBe(200)
  const [header] = await listReleases(running.database.reporter, running.organisation)
  if (!header) throw new Error('no release')
  return readReleasedWave(running.database.reporter, header)
}

const post = (url: string) => running.app.inject({ method: 'POST', url, headers: { cookie: hr } })
const team = (name: string, size: number) => Array.from({ length: size }, (_, i) => `${name}${i + 1}`)
const cellOf = (cells: readonly Cell[], unit: string, cut: Cell['cut']) =>
  cells.find((cell) => cell.unit === unit && JSON.stringify(cell.cut) === JSON.stringify(cut))

test('categories are shown for the whole organisation, and for no team', async () => {
  const { cells, organisation } = await publishedWave([...team('red', 40), ...team('blue', 40)])
  const longer = cellOf(cells, 'top', { tenure: 'longer' })
  expect(longer).toMatchObject({ status: 'published', n: 40, invited: null, responseRate: null })
  const outcome = longer?.measures.find(({ type }) => type === 'outcome')
  expect(outcome).toMatchObject({ status: 'published', n: 40, mean: { lo: 5.95, hi: 6.05 } })
  expect(cellOf(cells, 'top', { tenure: 'up to 2 years' })).toMatchObject({ status: 'published', n: 40 })
  for (const unit of ['red', 'blue'])
    expect(cellOf(cells, unit, { tenure: 'longer' })).toMatchObject({ status: 'protected', n: null })
  expect(organisation.audit?.sealing).toEqual({
    layersAttacked: expect.toSatisfy((layers: number) => layers > 0),
    categoriesTakenBack: 0,
  })
}, 120_000)

test('a category of fewer than ten answers is protected, and with it the other one, which it would follow from', async () => {
  const few = team('blue', 40).filter((name) => Number(name.replace(/\D/g, '')) % 2 === 1)
  const { cells } = await publishedWave([
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

test('categories that a broken rule chooses are taken back while it is known who is where, and the release says so', async () => {
  // Blue people all are longer there; so are two of red: "longer" less blue would be these two.
  const even = (name: string) => Number(name.replace(/\D/g, '')) % 2 === 0
  const red = team('red', 40)
  const people = [
    ...team('blue', 40).filter(even),
    ...red.filter((name) => !even(name)),
    ...red.filter(even).slice(0, 2),
  ]
  const { cells, organisation } = await publishedWave(people, brokenRule)
  expect(cellOf(cells, 'blue', {})).toMatchObject({ status: 'published' })
  for (const tenure of ['longer', 'up to 2 years'])
    expect(cellOf(cells, 'top', { tenure })).toMatchObject({ status: 'protected', n: null })
  expect(organisation.audit?.sealing?.categoriesTakenBack).toBeGreaterThanOrEqual(2)
}, 120_000)
