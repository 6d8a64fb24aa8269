import { addToAnswerCounts, noAnswerCounts } from '@chorus/psychometrics/answer-counts'
import { agreementLimit } from '@chorus/psychometrics/average-deviation'
import { slightSkewNull, uniformNull } from '@chorus/psychometrics/null-variance'
import { agreementSummary, type TeamAgreement, teamAgreement } from '@chorus/psychometrics/team-agreement'
import { z } from 'zod'
import { dataShape } from '../data-sets.ts'
import { byGroup } from '../groups.ts'
import { statistic } from '../statistic.ts'
import { Unusable } from '../unusable.ts'

const options = { options: z.int().min(2) }
const fromData = z.strictObject({ ...dataShape, ...options, group: z.string() })
const inline = z.strictObject({
  rows: z.array(z.array(z.number().nullable())),
  group: z.array(z.union([z.string(), z.number()])),
  ...options,
})

export const agreement = statistic(z.union([inline, fromData]), (input, { data }) => {
  const rows = 'rows' in input ? input.rows : data.numbers(input)
  const names = 'rows' in input ? input.group.map(String) : data.texts(input, input.group)
  const items = rows[0]?.length ?? 0
  if (rows.some((row) => row.length !== items)) throw new Unusable('input.rows: rows differ in length')
  const counted = byGroup(rows, names).map(({ name, values }) => ({
    name,
    counts: values.reduce(addToAnswerCounts, noAnswerCounts(items)),
  }))
  const teams = counted.map(({ counts }) => {
    const found = teamAgreement(counts, input.options)
    return found.ok ? found.value : null
  })
  const skew = slightSkewNull(input.options)
  return {
    items,
    options: input.options,
    null_variance_uniform: uniformNull(input.options),
    null_variance_slight_skew: skew.ok ? skew.value : null,
    group: counted.map(({ name }) => name),
    n: counted.map(({ counts }) => counts.n),
    ...indexes(teams, items),
    ad_practical_cutoff: agreementLimit(input.options),
    summary: summary(teams.filter((team) => team !== null)),
  }
})

/** A list per index, a value per team, null for a team that has none. */
function indexes(teams: readonly (TeamAgreement | null)[], items: number) {
  const each = (figure: (team: TeamAgreement) => number | null | undefined) =>
    teams.map((team) => (team && figure(team)) ?? null)
  const index = items === 1 ? 'rwg' : 'rwgj'
  return {
    mean_item_variance: each((team) => team.meanItemVariance),
    [`${index}_uniform`]: each((team) => team.uniform.agreement),
    [`${index}_uniform_unclamped`]: each((team) => team.uniform.uncapped),
    [`${index}_slight_skew`]: each((team) => team.slightSkew?.agreement),
    [`${index}_slight_skew_unclamped`]: each((team) => team.slightSkew?.uncapped),
    rwgj_star_lindell_uniform: each((team) => team.uniform.lindell),
    rwgj_star_lindell_slight_skew: each((team) => team.slightSkew?.lindell),
    ad_mean: each((team) => team.adMean),
    ad_median: each((team) => team.adMedian),
  }
}

function summary(teams: readonly TeamAgreement[]) {
  const summarized = agreementSummary(teams)
  const found = summarized.ok ? summarized.value : null
  return {
    groups_with_value: teams.length,
    mean_uniform: found?.uniform.mean ?? null,
    median_uniform: found?.uniform.median ?? null,
    mean_slight_skew: found?.slightSkew?.mean ?? null,
    median_slight_skew: found?.slightSkew?.median ?? null,
    share_uniform_ge_70: found?.shareAgreeing ?? null,
    mean_ad_mean: found?.meanAd ?? null,
  }
}
