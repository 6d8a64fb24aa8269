import type { Interval } from './mean-interval.ts'
import { normalQuantile } from './normal.ts'

const z = normalQuantile(0.975)

/**
 * 95 % interval of a share (Wilson score): stays inside 0..1 and stays honest for a few answers and for 0 % or 100 %.
 * With a population it speaks of exactly these people, by the effective number n' = n (N-1) / (N-n).
 * Source: Wilson (1927); Newcombe (1998) method 3; R prop.test(correct = FALSE).
 * @returns null when there are no answers
 * @example wilsonInterval(5, 7) // { lo: 0.3589, hi: 0.9178 }
 */
export function wilsonInterval(hits: number, n: number, population?: number): Interval | null {
  if (n === 0) return null
  const share = hits / n
  if (population !== undefined && population <= n) return { lo: share, hi: share }
  const size = population === undefined ? n : (n * (population - 1)) / (population - n)
  return { lo: lowerEnd(share, size), hi: 1 - lowerEnd(1 - share, size) }
}

/** The two ends multiply to a known number, which keeps the digits that a difference would lose: exactly 0 for nobody. */
function lowerEnd(share: number, size: number): number {
  const shrink = 1 / (1 + (z * z) / size)
  const centre = (share + (z * z) / (2 * size)) * shrink
  const half = z * Math.sqrt((share * (1 - share)) / size + (z * z) / (4 * size * size)) * shrink
  return (share * share * shrink) / (centre + half)
}
