import type { Release } from '@chorus/contracts/publish'
import { expect } from 'vitest'
import { heatmapOfRelease } from '../stages/report/support/heatmap-of-release.ts'
import { oracleCase, sharedTable, type Table, testOnSharedData } from './support/shared-data.ts'
import { summarizeFiles } from './support/summarize-files.ts'

// The real data come with licences of their own, so instrument and tree are made here, when the test runs.

const range = (name: string, count: number, min: number, max: number) => ({
  id: name,
  name,
  role: 'core',
  items: Array.from({ length: count }, (_, i) => {
    const id = `${name}${String(i + 1).padStart(2, '0')}`
    return { id, min, max, text: { en: id } }
  }),
})

/** Values of some columns for the rows that pass, as numbers; rows with a gap are left out. */
function numbers(
  { header, rows }: Table,
  columns: string[],
  where: (get: (name: string) => string) => boolean,
) {
  return rows
    .filter((row) => where((name) => row[header.indexOf(name)] ?? ''))
    .map((row) => columns.map((name) => row[header.indexOf(name)] ?? ''))
    .filter((row) => !row.includes(''))
    .map((row) => row.map(Number))
}

/** The smallest step that may be shown of n answers; wide ranges have wider ones. */
const finestStep = (n: number) => (n >= 30 ? 0.1 : n >= 15 ? 0.2 : 0.5)

type Shown = ReturnType<typeof figures>

/**
 * The true mean lies within what is shown, which is as wide as the number of answers asks for, and so does the number.
 * @param coarsest the widest step that may stand instead: the auditor may ask for a whole point
 */
function expectHolds(shown: Shown, mean: number, n: number, coarsest = finestStep(n)): void {
  const band = shown?.mean
  const count = shown?.n
  if (typeof band !== 'object' || band === null) throw new Error('the mean is not a band')
  expect(band.lo).toBeLessThanOrEqual(mean + 1e-9)
  expect(band.hi).toBeGreaterThanOrEqual(mean - 1e-9)
  expect(band.hi - band.lo).toBeGreaterThanOrEqual(finestStep(n) - 1e-9)
  expect(band.hi - band.lo).toBeLessThanOrEqual(1.5 * coarsest + 1e-9)
  const { lo, hi } = typeof count === 'number' ? { lo: count, hi: count } : (count ?? { lo: 0, hi: 0 })
  expect(lo <= n && n <= hi).toBe(true)
  if (n < 30) expect(hi).toBeGreaterThan(lo)
}

const average = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length

function figures(release: Release, wave: string, unit: string, measure: string) {
  const cell = release.waves.find((one) => one.id === wave)?.cells.find((one) => one.unit === unit)
  return cell?.measures.find((one) => one.id === measure)
}

const twoLevels = (teams: Iterable<string>) =>
  ['unit_id,parent_id,name', 'all,,All', ...[...teams].map((team) => `${team},all,${team}`)].join('\n')

testOnSharedData(
  'lq2002: means of all companies and of the whole are those of the reference, on the heatmap too',
  async () => {
    const data = sharedTable('lq2002_items.csv')
    const scales = [range('LEAD', 11, 1, 5), range('TSIG', 3, 1, 5), range('HOSTIL', 5, 0, 4)]
    const items = scales.flatMap((scale) => scale.items.map((item) => item.id))
    const teams = [...new Set(data.rows.map((row) => row[1] ?? ''))]
    const result = await summarizeFiles({
      instrument: { id: 'lq2002', name: 'lq2002', scales },
      units: twoLevels(teams),
      responses: [
        ['wave', 'unit_id', ...items].join(','),
        ...data.rows.map((row) => ['2002', ...row.slice(1)].join(',')),
      ].join('\n'),
    })
    expect(result.messages).toEqual([''])
    expect(result.code).toBe(0)
    const release = await result.release()

    for (const [id, scale] of [
      ['icc/lq2002-lead', 'LEAD'],
      ['icc/lq2002-tsig', 'TSIG'],
    ] as const) {
      const { expected } = oracleCase(id)
      expectHolds(figures(release, '2002', 'all', scale), expected.grand_mean ?? 0, expected.N ?? 0)
    }
    const { expected } = oracleCase('mean/lq2002-lead-c014-N10')
    const c014 = figures(release, '2002', 'c014', 'LEAD')
    expectHolds(c014, expected.mean ?? 0, 10)
    expect(c014?.sd, 'ten answers have no spread of their own').toBe(null)

    let compared = 0
    for (const { id: scale, items: own } of scales)
      for (const team of ['all', ...teams]) {
        const shown = figures(release, '2002', team, scale)
        if (shown?.status !== 'published') continue
        const people = numbers(
          data,
          own.map((item) => item.id),
          (get) => team === 'all' || get('company') === team,
        )
        expectHolds(shown, average(people.map(average)), people.length)
        own.forEach((item, i) => {
          expectHolds(
            figures(release, '2002', team, item.id),
            average(people.map((row) => row[i] ?? 0)),
            people.length,
          )
        })
        compared++
      }
    // Every company has at least ten respondents, so nothing of it is hidden.
    expect(compared).toBe(3 * 50)
    const heatmap = heatmapOfRelease(release)
    expect(heatmap.shown.size).toBe(compared)
    expect(heatmap.shown).toEqual(heatmap.released)
  },
)

testOnSharedData(
  'univbct: three waves of decimals with gaps and tiny teams, changes as in the reference',
  async () => {
    const data = sharedTable('univbct_waves.csv')
    const measures = ['jobsat', 'commit', 'ready']
    const team = (get: (name: string) => string) => `${get('battalion')} ${get('company')}`
    const teams = new Map<string, number>()
    const lines = data.rows.map((row) => {
      const get = (name: string) => row[data.header.indexOf(name)] ?? ''
      if (get('wave') === '1') teams.set(team(get), (teams.get(team(get)) ?? 0) + 1)
      return [get('wave'), team(get), ...measures.map(get)].join(',')
    })
    const scale = (id: string) => ({
      id: `${id}-scale`,
      name: id,
      role: 'outcome',
      items: [{ id, min: 1, max: 5, text: { en: id } }],
    })
    const result = await summarizeFiles({
      instrument: { id: 'univbct', name: 'univbct', scales: measures.map(scale) },
      units: twoLevels(teams.keys()),
      responses: [['wave', 'unit_id', ...measures].join(','), ...lines].join('\n'),
    })
    expect(result.messages).toEqual([''])
    expect(result.code).toBe(0)
    const release = await result.release()
    expect(release.waves.map((wave) => wave.id)).toEqual(['1', '2', '3'])

    for (const measure of measures) {
      const { expected } = oracleCase(`welch/univbct-${measure}-wave1-wave2`)
      const second = figures(release, '2', 'all', measure)
      const values = numbers(data, [measure], (get) => get('wave') === '2').flat()
      expect(average(values)).toBeCloseTo(expected.mean2 ?? 0, 9)
      expectHolds(second, expected.mean2 ?? 0, values.length)
      const difference = second?.change?.difference
      if (typeof difference !== 'object' || difference === null) throw new Error('no band of differences')
      expect(difference.lo).toBeLessThanOrEqual(expected.difference ?? 0)
      expect(difference.hi).toBeGreaterThanOrEqual(expected.difference ?? 0)
      // Two steps of 0.1 is the least that is called a change, however many answered.
      const called = second?.change?.verdict !== 'no change shown'
      if (called) expect(expected.p ?? 1).toBeLessThan(0.05)
      if (difference.hi - difference.lo < 0.3 && (expected.p ?? 1) > 0.05) expect(called).toBe(false)
    }

    let hidden = 0
    for (const wave of ['1', '2', '3'])
      for (const unit of teams.keys())
        for (const measure of measures) {
          const values = numbers(data, [measure], (get) => get('wave') === wave && team(get) === unit).flat()
          const shown = figures(release, wave, unit, measure)
          if (values.length < 5) expect(shown?.status).toBe('protected')
          if (shown?.status === 'published') expectHolds(shown, average(values), values.length, 1)
          else hidden++
        }
    expect(hidden).toBeGreaterThan(0)
  },
)
