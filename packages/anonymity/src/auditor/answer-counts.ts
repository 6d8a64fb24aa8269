/** Per answer, lowest first, how many of n people gave it: from `few` to `many`. */
export type AnswerCounts = { readonly few: Int32Array; readonly many: Int32Array }

export function noCounts(answers: number): AnswerCounts {
  return { few: new Int32Array(answers), many: new Int32Array(answers) }
}

/**
 * The least and the greatest sum of n answers, min being the lowest; null when no counts add up to n. Asked for every figure of a large
 * organisation, so it goes round without making lists.
 * @param given place of an answer that somebody certainly gave, -1 where nothing is known of that
 */
export function sumsOfCounts(
  { few, many }: AnswerCounts,
  n: number,
  min: number,
  given = -1,
): { lo: number; hi: number } | null {
  let certain = 0
  let most = 0
  let sum = 0
  for (let i = 0; i < few.length; i++) {
    const count = certainly(few, i, given)
    if (count > (many[i] ?? 0)) return null
    certain += count
    most += many[i] ?? 0
    sum += count * (min + i)
  }
  if (certain > n || most < n) return null
  let [lo, hi] = [sum, sum]
  for (let i = 0, left = n - certain; left > 0 && i < few.length; i++) {
    const more = Math.min(left, (many[i] ?? 0) - certainly(few, i, given))
    lo += more * (min + i)
    left -= more
  }
  for (let i = few.length - 1, left = n - certain; left > 0 && i >= 0; i--) {
    const more = Math.min(left, (many[i] ?? 0) - certainly(few, i, given))
    hi += more * (min + i)
    left -= more
  }
  return { lo, hi }
}

function certainly(few: Int32Array, i: number, given: number): number {
  const count = few[i] ?? 0
  return i === given ? Math.max(1, count) : count
}

/** Can one of n people whose answers sum to lo..hi have given this answer? */
export function isCountPossible(
  answer: number,
  counts: AnswerCounts,
  set: { readonly n: number; readonly lo: number; readonly hi: number },
  min: number,
): boolean {
  const at = answer - min
  if ((counts.many[at] ?? 0) < 1) return false
  const sums = sumsOfCounts(counts, set.n, min, at)
  return sums !== null && sums.lo <= set.hi && sums.hi >= set.lo
}
