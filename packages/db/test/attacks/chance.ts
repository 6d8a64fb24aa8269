/**
 * What guessing gets, exactly: probability of each number of right guesses, index = number. No approximation: answers in an order that
 * has nothing to do with people are a random permutation of each cohort, and cohorts are independent.
 */
export type Distribution = readonly number[]

/**
 * Guessing "the k-th person gave the k-th answer" for n people: fixed points of a random permutation.
 * P(j right) = D(n - j) / (j! (n - j)!), where D counts derangements.
 * Source: Feller, An Introduction to Probability Theory and Its Applications, vol. 1, IV.4.
 */
export function rightPlaces(n: number): Distribution {
  return Array.from({ length: n + 1 }, (_, right) => derangedShare(n - right) / factorial(right))
}

/** Guessing only "in the first half" for the first half of n people: how many of that half are right (hypergeometric). */
export function rightHalves(n: number): Distribution {
  const half = Math.floor(n / 2)
  return Array.from(
    { length: half + 1 },
    (_, right) => (choose(half, right) * choose(n - half, half - right)) / choose(n, half),
  )
}

/** The sum over independent cohorts. */
export function sumOf(cohorts: readonly Distribution[]): Distribution {
  return cohorts.reduce<number[]>(
    (sum, cohort) => {
      const next = new Array<number>(sum.length + cohort.length - 1).fill(0)
      for (const [i, p] of sum.entries())
        for (const [j, q] of cohort.entries()) next[i + j] = (next[i + j] ?? 0) + p * q
      return next
    },
    [1],
  )
}

/** P(at least this many right by chance). */
export function tail(distribution: Distribution, right: number): number {
  return distribution.slice(Math.max(0, right)).reduceRight((sum, p) => sum + p, 0)
}

/** D(m) / m! = sum of (-1)^i / i!. */
function derangedShare(m: number): number {
  let [term, sum] = [1, 1]
  for (let i = 1; i <= m; i++) {
    term /= -i
    sum += term
  }
  return m === 1 ? 0 : sum
}

function factorial(n: number): number {
  let product = 1
  for (let i = 2; i <= n; i++) product *= i
  return product
}

function choose(n: number, k: number): number {
  if (k < 0 || k > n) return 0
  let product = 1
  for (let i = 1; i <= k; i++) product = (product * (n - k + i)) / i
  return product
}
