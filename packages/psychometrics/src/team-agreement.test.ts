import { expect, test } from 'vitest'
import { type DataInput, groupsOf, rowsOf, testAgainstOracle } from '../test/oracle.ts'
import { type AnswerCounts, addToAnswerCounts, noAnswerCounts } from './answer-counts.ts'
import { agreementLimit } from './average-deviation.ts'
import { slightSkewNull, uniformNull } from './null-variance.ts'
import { agreementSummary, type TeamAgreement, teamAgreement } from './team-agreement.ts'

test('one person agrees with nobody', () => {
  const alone = addToAnswerCounts(noAnswerCounts(2), [4, 5])
  expect(teamAgreement(alone, 7)).toEqual({ ok: false, error: { code: 'one-answer' } })
})

test('a scale of four points has no published skewed null', () => {
  const team = [[4], [3], [4]].reduce<AnswerCounts>(addToAnswerCounts, noAnswerCounts(1))
  const found = teamAgreement(team, 4)
  expect(found.ok && found.value.slightSkew).toBe(null)
  const summary = found.ok ? agreementSummary([found.value]) : found
  expect(summary.ok && summary.value.slightSkew).toBe(null)
})

testAgainstOracle<AgreementInput, AgreementExpected>('agreement', ({ input, expected }, near) => {
  const rows = input.rows ?? rowsOf(input)
  const labels = input.rows ? input.group : groupsOf({ ...input, group: String(input.group) })
  const teams = new Map<string, AnswerCounts>()
  rows.forEach((row, i) => {
    const label = labels[i] ?? ''
    teams.set(label, addToAnswerCounts(teams.get(label) ?? noAnswerCounts(row.length), row))
  })
  const found = expected.group.map((group) => {
    const counts = teams.get(group)
    if (!counts) throw new Error(`no group ${group}`)
    return { n: counts.n, team: teamAgreement(counts, input.options) }
  })
  expect(teams.size).toBe(expected.group.length)
  expect(found.map(({ n }) => n)).toEqual(expected.n)

  const skew = slightSkewNull(input.options)
  near(uniformNull(input.options), expected.null_variance_uniform)
  near(skew.ok ? skew.value : null, expected.null_variance_slight_skew)
  near(agreementLimit(input.options), expected.ad_practical_cutoff)
  let compared = 0
  for (const [field, figure] of Object.entries(figures(expected.items)))
    found.forEach(({ team }, i) => {
      const wanted = expected[field]
      if (!Array.isArray(wanted)) throw new Error(`the case has no ${field}`)
      near(team.ok ? figure(team.value) : null, wanted[i] ?? null)
      compared++
    })
  expect(compared).toBe(expected.group.length * (expected.items === 1 ? 7 : 9))

  const summarized = agreementSummary(found.flatMap(({ team }) => (team.ok ? team.value : [])))
  const summary = summarized.ok ? summarized.value : null
  expect(summary?.teams).toBe(expected.summary.groups_with_value)
  near(summary?.uniform.mean ?? null, expected.summary.mean_uniform)
  near(summary?.uniform.median ?? null, expected.summary.median_uniform)
  near(summary?.slightSkew?.mean ?? null, expected.summary.mean_slight_skew)
  near(summary?.slightSkew?.median ?? null, expected.summary.median_slight_skew)
  near(summary?.shareAgreeing ?? null, expected.summary.share_uniform_ge_70)
  near(summary?.meanAd ?? null, expected.summary.mean_ad_mean)
})

/** The per-group columns of the reference, and what stands for each here. */
function figures(items: number): Record<string, (team: TeamAgreement) => number | null> {
  const name = items === 1 ? 'rwg' : 'rwgj'
  const lindell = {
    rwgj_star_lindell_uniform: (team: TeamAgreement) => team.uniform.lindell,
    rwgj_star_lindell_slight_skew: (team: TeamAgreement) => team.slightSkew?.lindell ?? null,
  }
  return {
    mean_item_variance: (team) => team.meanItemVariance,
    [`${name}_uniform`]: (team) => team.uniform.agreement,
    [`${name}_uniform_unclamped`]: (team) => team.uniform.uncapped,
    [`${name}_slight_skew`]: (team) => team.slightSkew?.agreement ?? null,
    [`${name}_slight_skew_unclamped`]: (team) => team.slightSkew?.uncapped ?? null,
    ...(items === 1 ? {} : lindell),
    ad_mean: (team) => team.adMean,
    ad_median: (team) => team.adMedian,
  }
}

type AgreementInput = DataInput & { rows?: number[][]; group: string | string[]; options: number }
type AgreementExpected = Record<string, unknown> & {
  items: number
  null_variance_uniform: number
  null_variance_slight_skew: number
  ad_practical_cutoff: number
  group: string[]
  n: number[]
  summary: Record<
    | 'groups_with_value'
    | 'mean_uniform'
    | 'median_uniform'
    | 'mean_slight_skew'
    | 'median_slight_skew'
    | 'share_uniform_ge_70'
    | 'mean_ad_mean',
    number
  >
}
