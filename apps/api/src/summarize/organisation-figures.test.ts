import { present } from '@chorus/basics/assert'
import type { OrganisationStatistics } from '@chorus/contracts/organisation-statistics'
import { expect } from 'vitest'
import { oracleCase, sharedTable, testOnSharedData } from './support/shared-data.ts'
import { summarizeFiles } from './support/summarize-files.ts'

// Figures of the whole organisation, as a release shows them, beside the values that R gave (in the oracle).

const likert = (id: string) => ({ id, min: 1, max: 5, text: { en: id } })
const numbered = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => likert(`${name}${String(i + 1).padStart(2, '0')}`))

async function statisticsOf(instrument: object, teams: Iterable<string>, responses: string[]) {
  const result = await summarizeFiles({
    instrument,
    units: ['unit_id,parent_id,name', 'all,,All', ...[...teams].map((team) => `${team},all,${team}`)].join(
      '\n',
    ),
    responses: responses.join('\n'),
  })
  expect(result.messages).toEqual([''])
  const [wave] = (await result.release()).waves
  return {
    statistics: present(wave?.organisation.statistics, 'statistics'),
    report: await result.read('report.html'),
  }
}

function scaleOf(statistics: OrganisationStatistics, id: string) {
  return present(
    statistics.scales.find(({ scale }) => scale === id),
    `the scale ${id}`,
  )
}

/** What R gave, to the two decimals that are shown. */
const shown = (value: unknown) => Math.round(Number(value) * 100) / 100
const shownBand = (value: unknown) => {
  if (!Array.isArray(value)) throw new Error('no interval in the oracle')
  return { lo: shown(value[0]), hi: shown(value[1]) }
}

testOnSharedData(
  'lq2002: reliability, team differences and agreement are those of R, to two decimals',
  async () => {
    const { rows } = sharedTable('lq2002_items.csv')
    const scales = [
      { id: 'LEAD', name: 'LEAD', role: 'core', items: numbered('LEAD', 11) },
      { id: 'TSIG', name: 'TSIG', role: 'core', items: numbered('TSIG', 3) },
    ]
    const items = scales.flatMap((scale) => scale.items.map(({ id }) => id))
    const { statistics, report } = await statisticsOf(
      { id: 'lq2002', name: 'lq2002', scales },
      new Set(rows.map((row) => row[1] ?? '')),
      [`wave,unit_id,${items.join(',')}`, ...rows.map((row) => ['1', ...row.slice(1, 16)].join(','))],
    )
    for (const [id, name] of [
      ['LEAD', 'lead'],
      ['TSIG', 'tsig'],
    ] as const) {
      const found = scaleOf(statistics, id)
      expect(found.n).toBe(2042)
      const alpha = oracleCase(`alpha/lq2002-${name}`).expected
      expect(found.alpha).toEqual({ value: shown(alpha.alpha), interval: shownBand(alpha.ci95_feldt) })
      const omega = shown(oracleCase(`omega/lq2002-${name}`).expected.omega_total)
      expect(found.omega).toMatchObject({ value: omega })
      if (!('value' in found.omega)) throw new Error('no omega')
      const { lo = 1, hi = 0 } = found.omega.interval ?? {}
      expect([lo <= omega, hi >= omega, hi - lo < 0.05]).toEqual([true, true, true])

      const fit = oracleCase(`items/lq2002-${name}`).expected
      const [rest, without] = [fit.r_item_rest, fit.alpha_if_deleted]
      if (!Array.isArray(rest) || !Array.isArray(without)) throw new Error('no items in the oracle')
      expect(found.items).toEqual(
        scales
          .find((scale) => scale.id === id)
          ?.items.map((item, i) => ({
            id: item.id,
            itemRest: shown(rest[i]),
            alphaIfDeleted: shown(without[i]),
          })),
      )
      const icc = oracleCase(`icc/lq2002-${name}`).expected
      expect(found.teams).toMatchObject({
        teams: { lo: 40, hi: 49 },
        icc1: { value: shown(icc.icc1_n0), interval: shownBand(icc.icc1_ci95_searle_n0) },
        icc2: { value: shown(icc.icc2) },
        f: shown(icc.F),
        differ: true,
      })
      const summary: unknown = oracleCase(`agree/lq2002-${name}`).expected.summary
      expect(summary).toMatchObject({ groups_with_value: 49 })
      if (typeof summary !== 'object' || summary === null) throw new Error('no summary in the oracle')
      expect(found.agreement).toMatchObject({
        uniform: shown('mean_uniform' in summary ? summary.mean_uniform : null),
        slightSkew: { value: shown('mean_slight_skew' in summary ? summary.mean_slight_skew : null) },
      })
    }
    expect(statistics.drivers).toEqual({ absent: 'not-asked' })
    expect(report).toContain('Teams differ by more than chance explains.')
    expect(report).toContain('engagement was not asked')
  },
)

testOnSharedData(
  'bh1996: weights, their signs and what is above a random predictor, as R has them',
  async () => {
    const { header, rows } = sharedTable('bh1996_scales.csv')
    const predictors = ['hours', 'cohesion', 'leadership']
    const ranges: Record<string, { min: number; max: number }> = { hours: { min: 0, max: 24 } }
    // These are means of several items: half a point more than a whole range, and no answer is counted one by one.
    const scalePoints = { min: 0, max: 5.5 }
    const scales = [
      ...predictors.map((id) => ({
        id: `${id}-scale`,
        name: id,
        role: 'core',
        items: [{ id, ...(ranges[id] ?? scalePoints), text: { en: id } }],
      })),
      {
        id: 'outcomes',
        name: 'o',
        role: 'outcome',
        items: [{ id: 'engagement', ...scalePoints, text: { en: 'e' } }],
      },
    ]
    const get = (row: readonly string[], name: string) => row[header.indexOf(name)] ?? ''
    const { statistics } = await statisticsOf(
      { id: 'bh1996', name: 'bh1996', scales },
      new Set(rows.map((row) => get(row, 'company'))),
      [
        `wave,unit_id,${predictors.join(',')},engagement`,
        ...rows.map((row) =>
          ['1', ...['company', ...predictors, 'wellbeing'].map((name) => get(row, name))].join(','),
        ),
      ],
    )
    const { expected } = oracleCase('rw/bh1996-wellbeing')
    const weights: unknown = expected.raw_weights
    if (!Array.isArray(weights)) throw new Error('no weights in the oracle')
    if ('absent' in statistics.drivers) throw new Error(statistics.drivers.absent)
    const { outcome, n, rSquared, scales: found } = statistics.drivers
    expect([outcome, n, rSquared]).toEqual(['engagement', 7382, shown(expected.r_squared)])
    expect(found.map(({ weight }) => weight)).toEqual(weights.map(shown))
    expect(found.map(({ direction }) => direction)).toEqual(['negative', 'positive', 'positive'])
    for (const { interval, aboveRandom, weight } of found) {
      if (!interval || !aboveRandom) throw new Error('no interval')
      expect(interval.lo <= weight && weight <= interval.hi).toBe(true)
      expect(aboveRandom.lo).toBeGreaterThan(0)
    }
  },
)
