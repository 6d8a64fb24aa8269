import { present } from '@chorus/basics/assert'
import type { ScaleStatistics, WhyAbsent } from '@chorus/contracts/organisation-statistics'
import type { Measure } from '@chorus/instruments/score'
import { designEffect } from '@chorus/psychometrics/design-effect'
import { icc1, icc1Interval, icc2 } from '@chorus/psychometrics/intraclass-correlation'
import { type Sample, sampleOf } from '@chorus/psychometrics/moments'
import { slightSkewNull, uniformNull } from '@chorus/psychometrics/null-variance'
import { type OneWayAnova, oneWayAnova } from '@chorus/psychometrics/one-way-anova'
import { scaleAgreement } from '@chorus/psychometrics/within-group-agreement'
import { bandInTwoDecimals, shownTeams, tooAlike, twoDecimals } from './rules/whole-organisation.ts'
import type { Tally } from './tally.ts'

type TeamStatistics = Pick<ScaleStatistics, 'teams' | 'agreement'>

/** One team's scores on a scale, and the mean variance of its items. */
type Team = { readonly scores: Sample; readonly itemVariance: number }

/**
 * How teams differ in one scale, and how far people of one team agree. A team is a unit's own people, those who answered
 * all of the scale.
 * @param own counts per unit itself, not rolled up
 * @param needs people in all, teams, and people of each team that is compared
 */
export function teamStatistics(
  own: Tally,
  block: number,
  needs: { readonly answers: number; readonly teams: number; readonly teamAnswers: number },
): TeamStatistics {
  const [scale, ...items] = own.blocks[block]?.measures ?? []
  const teams = own.units.flatMap((_, unit) =>
    own.sumsOf(unit, block, 0).n < needs.teamAnswers ? [] : [teamOf(own, unit, block, items.length)],
  )
  if (teams.length < needs.teams) return none('too-few-teams')
  const anova = oneWayAnova(teams.map(({ scores }) => scores))
  const answers = teams.reduce((sum, { scores }) => sum + scores.n, 0)
  if (answers < needs.answers) return none('too-few-answers')
  if (!scale || !anova.ok || isAlike(anova.value, scale)) return none('too-alike')
  return { teams: differences(anova.value), agreement: agreement(teams, scale, items.length) }
}

function none(why: WhyAbsent): TeamStatistics {
  return { teams: { absent: why }, agreement: { absent: why } }
}

function teamOf(own: Tally, unit: number, block: number, items: number): Team {
  const scoresOf = (measure: number) => {
    const sums = own.sumsOf(unit, block, measure)
    return present(sampleOf(sums, { divisor: sums.divisor }), 'the answers of a team')
  }
  const variances = Array.from({ length: items }, (_, item) => (scoresOf(item + 1).sd ?? 0) ** 2)
  return { scores: scoresOf(0), itemVariance: mean(variances) }
}

/** Whether scores hardly differ inside teams: what is then left of figures would count the dissenters. */
function isAlike({ within }: OneWayAnova, { min, max }: Measure): boolean {
  return Math.sqrt(within.meanSquare) < tooAlike.spread * (max - min)
}

function differences(anova: OneWayAnova): TeamStatistics['teams'] {
  const share = icc1(anova)
  if (anova.f === null || share >= tooAlike.betweenTeams) return { absent: 'too-alike' }
  const interval = icc1Interval(anova)
  const reliability = icc2(anova)
  return {
    teams: shownTeams(anova.groups),
    icc1: { value: twoDecimals(share), interval: bandInTwoDecimals(interval) },
    icc2:
      reliability.ok && share > 0 ? { value: twoDecimals(reliability.value) } : { absent: 'no-difference' },
    f: twoDecimals(anova.f),
    designEffect: twoDecimals(designEffect(share, anova.sizes.kish)),
    differ: interval.lo > 0,
  }
}

/** Against answers at random, all of them equally likely, and leaning a little to one side. */
function agreement(
  teams: readonly Team[],
  { min, max }: Measure,
  items: number,
): TeamStatistics['agreement'] {
  const points = max - min + 1
  const meanOver = (nullVariance: number) =>
    mean(teams.map(({ itemVariance }) => scaleAgreement(itemVariance, items, nullVariance)))
  const uniform = meanOver(uniformNull(points))
  if (uniform >= tooAlike.agreement) return { absent: 'too-alike' }
  const skewed = slightSkewNull(points)
  return {
    teams: shownTeams(teams.length),
    uniform: twoDecimals(uniform),
    slightSkew: skewed.ok ? { value: twoDecimals(meanOver(skewed.value)) } : { absent: 'no-reference' },
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
