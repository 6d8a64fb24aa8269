import type { Sample } from '@chorus/psychometrics/moments'
import { teamShrinkage } from '@chorus/psychometrics/team-shrinkage'
import {
  momentVariances,
  remlVariances,
  type VarianceComponents,
} from '@chorus/psychometrics/variance-components'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { groupedFromData, groupedInline, groupedValues } from '../groups.ts'
import { sampleFrom } from '../inputs.ts'
import { statistic } from '../statistic.ts'

export const empiricalBayes = statistic(z.union([groupedInline, groupedFromData]), (input, { data }) => {
  const groups = groupedValues(input, data)
  const teams = groups.map(({ values }) => sampleFrom(values))
  const known = {
    group: groups.map(({ name }) => name),
    n: teams.map(({ n }) => n),
    raw_mean: teams.map(({ mean }) => mean),
  }
  return {
    ...known,
    anova_moments: shrunken(teams, orAbsent(momentVariances(teams), known), known),
    reml: shrunken(teams, orAbsent(remlVariances(teams), known), known),
  }
})

function shrunken(teams: readonly Sample[], variances: VarianceComponents, known: Record<string, unknown>) {
  const { centre, standardError, teams: positions } = orAbsent(teamShrinkage(teams, variances), known)
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
