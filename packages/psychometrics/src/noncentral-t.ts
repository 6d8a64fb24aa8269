import { logGamma } from './log-beta.ts'
import { normalCdf, normalDensity } from './normal.ts'
import { peakIntegral } from './peak-integral.ts'
import { rootBetween } from './root-between.ts'

/** Degrees of freedom (above 0), and how many standard errors the true mean lies from 0. */
type Noncentral = { readonly df: number; readonly ncp: number }

/**
 * Probability that a t statistic stays below t when the true effect is not 0 but ncp standard errors: what intervals of
 * standardised differences are made of.
 * By its definition it is the average of Phi(t s - ncp) over s = sqrt(chi2 / df), here taken over u = log s. Every
 * term is positive, so small tails keep their digits.
 * Source: Johnson, Kotz & Balakrishnan (1995) ch. 31.
 * @example noncentralTCdf(2, { df: 18, ncp: 2 }) // 0.489203027398
 */
export function noncentralTCdf(t: number, { df, ncp }: Noncentral): number {
  const half = df / 2
  const front = Math.LN2 + half * Math.log(half) - logGamma(half)
  const term = (u: number) => {
    const s = Math.exp(u)
    return Math.exp(front + df * u - half * s * s) * normalCdf(t * s - ncp)
  }
  const peak = peakOf(t, { df, ncp })
  return peakIntegral(term, peak, 1 / (1 + Math.exp(peak) * (Math.sqrt(2 * df) + Math.abs(t))))
}

/**
 * Probability that the statistic exceeds t.
 * @example noncentralTUpper(1, { df: 8, ncp: 0.5 }) // 0.32446182132
 */
export function noncentralTUpper(t: number, { df, ncp }: Noncentral): number {
  return noncentralTCdf(-t, { df, ncp: -ncp })
}

/**
 * The statistic that a share p of all draws stays below.
 * @param p above 0 and below 1
 * @example noncentralTQuantile(0.975, { df: 4, ncp: 0 }) // 2.776445105
 */
export function noncentralTQuantile(p: number, law: Noncentral): number {
  const wrong =
    p < 0.5
      ? (t: number) => Math.log(noncentralTCdf(t, law) / p)
      : (t: number) => -Math.log(noncentralTUpper(t, law) / (1 - p))
  let reach = 1
  while (wrong(law.ncp - reach) > 0 || wrong(law.ncp + reach) < 0) reach *= 2
  return rootBetween(wrong, law.ncp - reach, law.ncp + reach)
}

/**
 * log s at which the terms are largest: df (1/s - s) + t h(t s - ncp) = 0 with h = phi / Phi. It falls in s, and
 * h(z) <= 1 + max(0, -z) gives the two ends to search between.
 */
function peakOf(t: number, { df, ncp }: Noncentral): number {
  const slope = (u: number) => {
    const s = Math.exp(u)
    return df * (1 / s - s) + t * hazard(t * s - ncp)
  }
  const most = (Math.abs(t) * (1 + Math.abs(t) + Math.abs(ncp))) / df
  return rootBetween(slope, -Math.log(2 + most), Math.log(2 + most))
}

/** phi / Phi, which is -z where both vanish. */
function hazard(z: number): number {
  return z < -37 ? -z : normalDensity(z) / normalCdf(z)
}
