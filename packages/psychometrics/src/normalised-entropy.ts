/**
 * How evenly counts are spread over groups: 0 = all in one, 1 = the same in each; null for nothing, or for a single group.
 * Groups with none count as groups.
 * Source: Shannon (1948), entropy over its maximum ln k; as an index of evenness Pielou (1966), J = H / ln S.
 * @param counts one for each group
 * @example normalisedEntropy([3, 3, 0, 0]) // 0.5
 */
export function normalisedEntropy(counts: readonly number[]): number | null {
  const all = counts.reduce((sum, count) => sum + count, 0)
  if (all === 0 || counts.length < 2) return null
  const entropy = counts
    .filter((count) => count > 0)
    .map((count) => count / all)
    .reduce((sum, share) => sum - share * Math.log(share), 0)
  // Rounding may carry an even spread past 1.
  return Math.min(1, entropy / Math.log(counts.length))
}
