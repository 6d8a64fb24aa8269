/**
 * How many times more answers are needed because team mates resemble each other: 1 + (m - 1) * ICC(1), a negative ICC
 * counted as 0. Answers divided by it are the number that independent people would be worth.
 * From 10 groups, as ICC(1).
 * Source: Kish (1965), with m the size of the group that an average person is in (`sizes.kish`).
 * @param icc ICC(1)
 * @param size m
 * @example designEffect(0.1, 11) // 2
 * @example designEffect(-0.1, 11) // 1
 */
export function designEffect(icc: number, size: number): number {
  return 1 + (size - 1) * Math.max(0, icc)
}
