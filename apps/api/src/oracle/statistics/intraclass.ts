import { designEffect } from '@chorus/psychometrics/design-effect'
import {
  icc1,
  icc1Interval,
  icc2,
  icc2Interval,
  smithInterval,
} from '@chorus/psychometrics/intraclass-correlation'
import type { Sample } from '@chorus/psychometrics/moments'
import { oneWayAnova } from '@chorus/psychometrics/one-way-anova'
import { teamShrinkage } from '@chorus/psychometrics/team-shrinkage'
import { momentVariances, remlVariances } from '@chorus/psychometrics/variance-components'
import { z } from 'zod'
import { orAbsent } from '../absent-figure.ts'
import { groupedFromData, groupedInline, groupedValues } from '../groups.ts'
import { sampleFrom } from '../inputs.ts'
import { statistic } from '../statistic.ts'
import { pair, pairOrNull } from './pair.ts'

export const iccOneway = statistic(z.union([groupedInline, groupedFromData]), (input, { data }) => {
  const teams = groupedValues(input, data).map(({ values }) => sampleFrom(values))
  const anova = orAbsent(oneWayAnova(teams), {
    groups: teams.length,
    N: teams.reduce((sum, { n }) => sum + n, 0),
  })
  const { between, within, sizes } = anova
  const correlation = icc1(anova)
  const smith = smithInterval(anova)
  const reliability = icc2(anova)
  const deff = designEffect(correlation, sizes.kish)
  return {
    groups: anova.groups,
    N: anova.total,
    n_mean: sizes.mean,
    n0: sizes.typical,
    n_harmonic: sizes.harmonic,
    kish_n: sizes.kish,
    grand_mean: anova.grandMean,
    ss_between: between.squares,
    ss_within: within.squares,
    df_between: between.df,
    df_within: within.df,
    ms_between: between.meanSquare,
    ms_within: within.meanSquare,
    F: anova.f,
    p: anova.p,
    eta_squared: anova.etaSquared,
    icc1_n0: correlation,
    icc1_mean_n: icc1(anova, sizes.mean),
    icc2: reliability.ok ? reliability.value : null,
    icc1_ci95_searle_n0: pair(icc1Interval(anova)),
    icc2_ci95_f: pairOrNull(icc2Interval(anova)),
    icc1_se_smith: smith.se,
    icc1_ci95_smith: pair(smith.interval),
    design_effect_mean_n: designEffect(correlation, sizes.mean),
    design_effect_kish: deff,
    effective_n_kish: anova.total / deff,
    ...components(teams, sizes.mean),
  }
})

/** The variances that correlations are made of, by moments and by likelihood, and what other programs make of the latter. */
function components(teams: readonly Sample[], size: number) {
  const moments = orAbsent(momentVariances(teams))
  const reml = orAbsent(remlVariances(teams))
  return {
    tau2_anova: moments.between,
    sigma2_anova: moments.within,
    tau2_reml: reml.between,
    sigma2_reml: reml.within,
    mu_reml: orAbsent(teamShrinkage(teams, reml)).centre,
    icc1_reml: reml.between / (reml.between + reml.within),
    icc2_reml_mean_n: reml.between / (reml.between + reml.within / size),
  }
}
