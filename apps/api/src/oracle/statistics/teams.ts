import type { Sample } from '@chorus/psychometrics/moments'
import { teamShrinkage } from '@chorus/psychometrics/team-shrinkage'
import { momentVariances, remlVariances } from '@chorus/psychometrics/variance-components'
import { z } from 'zod'
import { groupedFromData, groupedInline, groupedValues } from '../groups.ts'
import { sampleFrom } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { orUnusable } from '../unusable.ts'

export const empiricalBayes = statistic(z.union([groupedInline, groupedFromData]), (input, { data }) => {
  const groups = groupedValues(input, data)
  const teams = groups.map(({ values }) => sampleFrom(values))
  return {
    group: groups.map(({ name }) => name),
    n: teams.map(({ n }) => n),
    raw_mean: teams.map(({ mean }) => mean),
    anova_moments: shrunken(teams, momentVariances),
    reml: shrunken(teams, remlVariances),
  }
})

function shrunken(teams: readonly Sample[], variancesOf: typeof momentVariances) {
  const variances = orUnusable(variancesOf(teams))
  const { centre, standardError, teams: positions } = orUnusable(teamShrinkage(teams, variances))
  return {
    tau2: variances.between,
    sigma2: variances.within,
    mu: centre,
    se_mu: standardError,
    reliability: positions.map(({ reliability }) => reliability),
    shrunken_mean: positions.map(({ mean }) => mean),
    conditional_sd: positions.map(({ sd }) => sd),
  }
}
