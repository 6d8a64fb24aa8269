import type { Sample } from '@chorus/psychometrics/moments'
import { normalQuantile } from '@chorus/psychometrics/normal'
import { teamShrinkage } from '@chorus/psychometrics/team-shrinkage'
import { momentVariances } from '@chorus/psychometrics/variance-components'
import type { Sayable } from './may-be-said.ts'

/** Fewer teams do not tell how much teams differ. */
export const teamsForPosition = 10

/** How the teams of one wave differ on one scale: what a single team's position is taken from. */
export type TeamField = {
  readonly teams: number
  readonly centre: number
  /** Variance between teams, and within one, in squared scale points; between is 0 where teams do not differ detectably. */
  readonly between: number
  readonly within: number
}

export type TeamPosition = {
  /** Where it most likely stands among the teams; `alike` where teams do not differ detectably: then nobody stands anywhere. */
  readonly word: 'lower' | 'middle' | 'higher' | 'alike'
  /** The shrunken mean with its 95 % interval, in scale points; null where so few answered that only the word is said. */
  readonly shrunken: { readonly mean: number; readonly interval: { lo: number; hi: number } } | null
}

/**
 * What the released figures of all leaf teams say about how teams differ, by closed form (empirical Bayes).
 * @param teams what a reader may take each team's shown figures for
 * @returns null below ten teams, and where there is no spread at all
 */
export function teamField(teams: readonly Sample[]): TeamField | null {
  if (teams.length < teamsForPosition) return null
  const variances = momentVariances(teams)
  if (!variances.ok) return null
  const shrinkage = teamShrinkage(teams, variances.value)
  if (!shrinkage.ok) return null
  return { teams: teams.length, centre: shrinkage.value.centre, ...variances.value }
}

/**
 * Where one team most likely stands. The best and the worst of a list are mostly small teams, by chance, so each is moved to the centre as
 * far as its own mean is unreliable. Higher or lower is said only where the 95 % interval of the position excludes the centre.
 * Source: Efron & Morris (1975); Raudenbush & Bryk (2002) ch. 3, as in `teamShrinkage`.
 */
export function teamPosition(
  { n, mean }: Pick<Sample, 'n' | 'mean'>,
  { centre, between, within }: TeamField,
  say: Sayable['position'],
): TeamPosition | null {
  if (say === 'nothing') return null
  if (between === 0) return { word: 'alike', shrunken: null }
  const reliability = between / (between + within / n)
  const position = centre + reliability * (mean - centre)
  const half = normalQuantile(0.975) * Math.sqrt(between * (1 - reliability))
  const interval = { lo: position - half, hi: position + half }
  const word = interval.lo > centre ? 'higher' : interval.hi < centre ? 'lower' : 'middle'
  return { word, shrunken: say === 'number' ? { mean: position, interval } : null }
}
