/** Per answer, lowest first, how many of n people gave it: from `few` to `many`. */
export type AnswerCounts = { readonly few: readonly number[]; readonly many: readonly number[] }

/** The least and the greatest sum of n answers, min being the lowest; null when no counts add up to n. */
export function sumsOfCounts(
  { few, many }: AnswerCounts,
  n: number,
  min: number,
): { lo: number; hi: number } | null {
  const places = [...few.keys()]
  const certain = few.reduce((sum, count) => sum + count, 0)
  if (certain > n || many.reduce((sum, count) => sum + count, 0) < n) return null
  if (few.some((count, i) => count > (many[i] ?? 0))) return null
  const fill = (order: readonly number[]) => {
    let left = n - certain
    let sum = 0
    for (const i of order) {
      const more = Math.min(left, (many[i] ?? 0) - (few[i] ?? 0))
      sum += ((few[i] ?? 0) + more) * (min + i)
      left -= more
    }
    return sum
  }
  return { lo: fill(places), hi: fill([...places].reverse()) }
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
  const few = counts.few.map((count, i) => (i === at ? Math.max(1, count) : count))
  const sums = sumsOfCounts({ few, many: counts.many }, set.n, min)
  return sums !== null && sums.lo <= set.hi && sums.hi >= set.lo
}
