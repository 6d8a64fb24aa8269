import { ok } from '@chorus/basics/result'
import type { Statistic } from './absent.ts'
import type { Sample } from './moments.ts'
import { oneWayAnova } from './one-way-anova.ts'
import { rootBetween } from './root-between.ts'

/** How much teams differ in truth, and people within a team: variances in squared scale points. */
export type VarianceComponents = { readonly between: number; readonly within: number }

/**
 * How the spread of all answers divides into differences between teams and within them, in closed form: between is (MSB - MSW) / n0, and 0
 * where teams differ less than chance alone would make them. Wants 10 teams or more; two, one of them with two answers, are enough to compute it.
 * Source: one-way analysis of variance, moments (Searle 1971).
 * @param teams only those with answers
 * @example momentVariances([{ n: 2, mean: 1, sd: 0 }, { n: 2, mean: 3, sd: 0 }]).value // { between: 2, within: 0 }
 */
export function momentVariances(teams: readonly Sample[]): Statistic<VarianceComponents> {
  const anova = oneWayAnova(teams)
  if (!anova.ok) return anova
  const { between, within, sizes } = anova.value
  const difference = (between.meanSquare - within.meanSquare) / sizes.typical
  return ok({ between: Math.max(0, difference), within: within.meanSquare })
}

/**
 * The same by restricted maximum likelihood, as mixed models report it: a little better where team sizes differ much, and found by iteration.
 * Source: profile of the restricted likelihood over the ratio between / within, Raudenbush & Bryk (2002) ch. 3; R lme4, lmer.
 * @example remlVariances([{ n: 2, mean: 1, sd: 1 }, { n: 2, mean: 3, sd: 1 }]).value // { between: 1.5, within: 1 }
 */
export function remlVariances(teams: readonly Sample[]): Statistic<VarianceComponents> {
  const anova = oneWayAnova(teams)
  if (!anova.ok) return anova
  const { total, within } = anova.value
  if (within.squares === 0) return momentVariances(teams)

  /** Slope of -2 log likelihood at a ratio, and the variance within that goes with it. */
  function at(ratio: number): { slope: number; variance: number } {
    const weights = teams.map(({ n }) => n / (1 + n * ratio))
    const sum = weights.reduce((a, b) => a + b, 0)
    const centre = teams.reduce((a, { mean }, i) => a + mean * (weights[i] ?? 0), 0) / sum
    let squares = within.squares
    let fall = 0
    let sumOfSquaredWeights = 0
    teams.forEach(({ mean }, i) => {
      const weight = weights[i] ?? 0
      squares += weight * (mean - centre) ** 2
      fall += (weight * (mean - centre)) ** 2
      sumOfSquaredWeights += weight ** 2
    })
    return {
      slope: sum - ((total - 1) * fall) / squares - sumOfSquaredWeights / sum,
      variance: squares / (total - 1),
    }
  }

  if (at(0).slope >= 0) return ok({ between: 0, within: at(0).variance })
  let high = 1
  while (at(high).slope < 0) high *= 2
  const ratio = rootBetween((candidate) => at(candidate).slope, 0, high)
  const { variance } = at(ratio)
  return ok({ between: ratio * variance, within: variance })
}
