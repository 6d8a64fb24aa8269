/** A set of n people whose answers sum to lo..hi, `few` to `many` of them favourable (at least `from`). */
export type FavourableSet = {
  readonly n: number
  readonly lo: number
  readonly hi: number
  readonly few: number
  readonly many: number
}

/**
 * Can one of them have given this answer? The n - 1 others then have F favourable answers, each from `from` to max, the rest
 * from min to from - 1, and fill the sum. The least and the greatest sum of the others grow with F, so the F that do not
 * overshoot are those up to a bound, the F that can reach the sum those from a bound on.
 */
export function isAnswerPossible(
  answer: number,
  { n, lo, hi, few, many }: FavourableSet,
  { min, max }: { readonly min: number; readonly max: number },
  from: number,
): boolean {
  const own = answer >= from ? 1 : 0
  const reach = Math.ceil((lo - answer - (n - 1) * (from - 1)) / (max - from + 1))
  const overshoot = Math.floor((hi - answer - (n - 1) * min) / (from - min))
  return Math.max(0, few - own, reach) <= Math.min(n - 1, many - own, overshoot)
}
