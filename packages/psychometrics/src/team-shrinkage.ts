import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { Sample } from './moments.ts'
import type { VarianceComponents } from './variance-components.ts'

export type ShrunkenTeam = {
  /** lambda: how much of this team's own mean is taken, 0 to 1; the reliability of that mean. */
  readonly reliability: number
  /** Where the team most likely stands, given its answers and how teams of this organisation differ. */
  readonly mean: number
  /** Uncertainty of that position, in scale points. */
  readonly sd: number
}

export type TeamShrinkage = {
  /** The mean of a typical team: teams weigh as much as they are known. */
  readonly centre: number
  readonly standardError: number
  /** In the order given. */
  readonly teams: readonly ShrunkenTeam[]
}

/**
 * Teams of few answers stray far from the mean by chance, so the best and the worst of a list are mostly small ones. Each team
 * is moved towards the centre as far as its own mean is unreliable: lambda = between / (between + within / n).
 * Where teams do not differ detectably (between = 0), all stand at the centre. Wants 10 teams or more.
 * Source: Efron & Morris (1975); Raudenbush & Bryk (2002) ch. 3; R lme4, ranef.
 * @param teams only those with answers
 * @param variances `momentVariances` (closed form) or `remlVariances` of the same teams
 * @returns absent without teams, or where neither teams nor people differ
 * @example teamShrinkage([{ n: 4, mean: 3 }, { n: 4, mean: 5 }], { between: 1, within: 4 }).value.teams[0].mean // 3.5
 */
export function teamShrinkage(
  teams: readonly Pick<Sample, 'n' | 'mean'>[],
  { between, within }: VarianceComponents,
): Statistic<TeamShrinkage> {
  if (teams.length === 0) return absent('too-few-groups')
  if (between + within === 0) return absent('no-spread')
  const weights = teams.map(({ n }) => 1 / (between + within / n))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const centre = teams.reduce((sum, { mean }, i) => sum + mean * (weights[i] ?? 0), 0) / total
  return ok({
    centre,
    standardError: 1 / Math.sqrt(total),
    teams: teams.map(({ n, mean }) => {
      const reliability = between / (between + within / n)
      return {
        reliability,
        mean: centre + reliability * (mean - centre),
        sd: Math.sqrt(between * (1 - reliability)),
      }
    }),
  })
}
