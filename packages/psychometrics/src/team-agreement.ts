import { ok } from '@chorus/basics/result'
import { mean, medianSorted } from 'simple-statistics'
import { absent, type Statistic } from './absent.ts'
import { type AnswerCounts, type ValueCounts, valuesOf } from './answer-counts.ts'
import { averageDeviation } from './average-deviation.ts'
import { addToMoments, noMoments, sampleOf } from './moments.ts'
import { slightSkewNull, uniformNull } from './null-variance.ts'
import { lindellAgreement, scaleAgreement, scaleAgreementUncapped } from './within-group-agreement.ts'

/** Agreement against one kind of random answers. */
export type AgreementIndexes = {
  /** r_wg of a single item, r_wg(j) of several: 0 to 1. */
  readonly agreement: number
  /** The same formula without the cap at 0: to compare with other programs, not to show. */
  readonly uncapped: number | null
  /** r*_wg(j). */
  readonly lindell: number
}

export type TeamAgreement = {
  readonly n: number
  readonly items: number
  readonly meanItemVariance: number
  readonly uniform: AgreementIndexes
  /** Null for scales of fewer than 5 or more than 11 points. */
  readonly slightSkew: AgreementIndexes | null
  /** Average deviation about the mean and about the median, in scale points. */
  readonly adMean: number
  readonly adMedian: number
}

/**
 * Whether a team's mean speaks for the team: every index of agreement over the items of one scale. AD is the one to show;
 * r_wg(j) and r*_wg(j) belong beside each other, against both nulls, from 8 people on.
 * Source: see `itemAgreement`, `scaleAgreement`, `lindellAgreement`, `averageDeviation`.
 * @param counts the team's answers, oriented, complete rows
 * @param points number of possible answers A
 * @returns absent below two people
 * @example
 * const team = [4, 4, 5, 4].reduce((counts, answer) => addToAnswerCounts(counts, [answer]), noAnswerCounts(1))
 * teamAgreement(team, 5).value.uniform.agreement // 0.875
 */
export function teamAgreement(counts: AnswerCounts, points: number): Statistic<TeamAgreement> {
  const adMean = averageDeviation(counts, 'mean')
  const adMedian = averageDeviation(counts, 'median')
  if (!adMean.ok) return adMean
  if (!adMedian.ok) return adMedian
  const items = counts.items.length
  const meanItemVariance = mean(counts.items.map(varianceOf))
  const skewed = slightSkewNull(points)
  return ok({
    n: counts.n,
    items,
    meanItemVariance,
    uniform: indexes(meanItemVariance, items, uniformNull(points)),
    slightSkew: skewed.ok ? indexes(meanItemVariance, items, skewed.value) : null,
    adMean: adMean.value,
    adMedian: adMedian.value,
  })
}

/** Of one item the formula of several is that of one. */
function indexes(variance: number, items: number, nullVariance: number): AgreementIndexes {
  return {
    agreement: scaleAgreement(variance, items, nullVariance),
    uncapped: scaleAgreementUncapped(variance, items, nullVariance),
    lindell: lindellAgreement(variance, nullVariance),
  }
}

function varianceOf(counts: ValueCounts): number {
  return (sampleOf(valuesOf(counts).reduce(addToMoments, noMoments))?.sd ?? 0) ** 2
}

export type AgreementSummary = {
  readonly teams: number
  readonly uniform: { readonly mean: number; readonly median: number }
  readonly slightSkew: { readonly mean: number; readonly median: number } | null
  /** Share of teams with an agreement of .70 or more against the uniform null. */
  readonly shareAgreeing: number
  readonly meanAd: number
}

/**
 * Agreement over all teams of an organisation. Of small teams ".70" is reached by chance, so the share
 * says little where teams are small.
 * @returns absent without teams
 * @example agreementSummary([]) // { ok: false, error: { code: 'too-few-groups' } }
 */
export function agreementSummary(teams: readonly TeamAgreement[]): Statistic<AgreementSummary> {
  if (teams.length === 0) return absent('too-few-groups')
  const uniform = teams.map((team) => team.uniform.agreement)
  const skewed = teams.flatMap((team) => team.slightSkew?.agreement ?? [])
  return ok({
    teams: teams.length,
    uniform: middleOf(uniform),
    slightSkew: skewed.length > 0 ? middleOf(skewed) : null,
    shareAgreeing: uniform.filter((agreement) => agreement >= 0.7).length / teams.length,
    meanAd: mean(teams.map((team) => team.adMean)),
  })
}

function middleOf(values: readonly number[]): { mean: number; median: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { mean: mean(sorted), median: medianSorted(sorted) }
}
