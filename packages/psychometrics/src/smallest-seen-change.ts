import { tQuantile } from './student-t.ts'

/**
 * Smallest true change that two waves would have called a change with a probability of 80 %: what "no change shown" leaves open.
 * The usual approximation, less than one percent below the exact value by the noncentral t distribution; five answers in both waves
 * see two standard deviations, fifteen 1.1, thirty 0.7.
 * Source: (t(.975) + t(.80)) * se, Bloom (1995), minimum detectable effect.
 * @param standardError of the difference, in scale points
 * @param df its degrees of freedom
 * @example smallestSeenChange(0, 8) // 0
 */
export function smallestSeenChange(standardError: number, df: number): number {
  return (tQuantile(0.975, df) + tQuantile(0.8, df)) * standardError
}
