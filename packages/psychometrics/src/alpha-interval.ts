import { ok } from '@chorus/basics/result'
import { absent, type Statistic } from './absent.ts'
import type { Covariances } from './covariances.ts'
import { fQuantile } from './f-distribution.ts'
import { at, dot, sumOf } from './matrix.ts'
import type { Interval } from './mean-interval.ts'
import { normalQuantile } from './normal.ts'

/** An alpha, and how many people and items it comes from. */
type Alpha = { readonly alpha: number; readonly n: number; readonly k: number }

/**
 * 95 % interval of alpha, the one to show: 1 - (1 - alpha) F on n - 1 and (n - 1)(k - 1) degrees of freedom. With
 * seven items and an alpha of .80 it runs from .53 to .94 for 10 people and from .73 to .85 for 100. Whole organisation,
 * from 50 people, as alpha.
 * Source: Feldt (1965); R psych::alpha.ci.
 * @returns absent below two people or two items
 * @example feldtInterval({ alpha: 0.8, n: 100, k: 7 }).value // { lo: 0.734, hi: 0.855 }
 */
export function feldtInterval({ alpha, n, k }: Alpha): Statistic<Interval> {
  if (k < 2) return absent('too-few-items')
  if (n < 2) return absent('too-few-answers')
  const freedom = [n - 1, (n - 1) * (k - 1)] as const
  return ok({
    lo: 1 - (1 - alpha) * fQuantile(0.975, freedom),
    hi: 1 - (1 - alpha) * fQuantile(0.025, freedom),
  })
}

/**
 * 95 % interval by the logarithm of 1 - alpha, with the correction for small samples: nearly Feldt's. From 50 people.
 * Source: Bonett & Wright (2015).
 * @returns absent below three people or two items
 * @example bonettWrightInterval({ alpha: 0.8, n: 100, k: 7 }).value // { lo: 0.732, hi: 0.854 }
 */
export function bonettWrightInterval({ alpha, n, k }: Alpha): Statistic<Interval> {
  return logInterval({ alpha, n, k }, Math.log(n / (n - 1)))
}

/**
 * The same without that correction. From 50 people.
 * Source: Bonett (2002).
 * @example bonettInterval({ alpha: 0.8, n: 100, k: 7 }).value // { lo: 0.729, hi: 0.852 }
 */
export function bonettInterval(alpha: Alpha): Statistic<Interval> {
  return logInterval(alpha, 0)
}

function logInterval({ alpha, n, k }: Alpha, correction: number): Statistic<Interval> {
  if (k < 2) return absent('too-few-items')
  if (n < 3) return absent('too-few-answers')
  const centre = Math.log(1 - alpha) - correction
  const half = normalQuantile(0.975) * Math.sqrt((2 * k) / ((k - 1) * (n - 2)))
  return ok({ lo: 1 - Math.exp(centre + half), hi: 1 - Math.exp(centre - half) })
}

/**
 * Standard error and symmetric 95 % interval of alpha without the assumption that items are equally good; the
 * interval ignores that alpha cannot exceed 1, so it is the third choice. From 100 people.
 * Source: Duhachek & Iacobucci (2004), after van Zyl, Neudecker & Nel (2000); R psych::alpha, ase.
 * @returns absent for one item, or where nobody's sum differs
 * @example duhachekInterval({ n: 100, means: [4, 4], matrix: [[1, 0.5], [0.5, 1]] }, 2 / 3).value.se // 0.067
 */
export function duhachekInterval(
  { n, matrix }: Covariances,
  alpha: number,
): Statistic<{ se: number; interval: Interval }> {
  const k = matrix.length
  if (k < 2) return absent('too-few-items')
  const rowSums = matrix.map(sumOf)
  const total = sumOf(rowSums)
  const trace = sumOf(matrix.map((row, i) => at(row, i)))
  if (!(total > 1e-12 * trace)) return absent('no-spread')
  const traceOfSquare = sumOf(matrix.map((row) => dot(row, row)))
  const spread = total * (traceOfSquare + trace ** 2) - 2 * trace * dot(rowSums, rowSums)
  const se = Math.sqrt((2 * k ** 2 * spread) / ((k - 1) ** 2 * total ** 3 * n))
  const half = normalQuantile(0.975) * se
  return ok({ se, interval: { lo: alpha - half, hi: alpha + half } })
}
