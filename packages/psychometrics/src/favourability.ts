export type Favourability = {
  readonly n: number
  readonly favourable: number
  readonly neutral: number
  readonly unfavourable: number
}

/**
 * How many answers of an item are favourable, neutral and unfavourable. Counts, not percents: "6 of 8" says how little
 * a share of few answers knows. Percent is for ten answers or more, with `wilsonInterval`.
 * @param answers oriented ones
 * @param kinds which answers count as favourable and which as neutral; all others are unfavourable
 * @example favourability([5, 4, 3, 1], { favourable: [4, 5], neutral: [3] }).favourable // 2
 */
export function favourability(
  answers: readonly number[],
  kinds: { readonly favourable: readonly number[]; readonly neutral: readonly number[] },
): Favourability {
  const favourable = answers.filter((answer) => kinds.favourable.includes(answer)).length
  const neutral = answers.filter((answer) => kinds.neutral.includes(answer)).length
  return { n: answers.length, favourable, neutral, unfavourable: answers.length - favourable - neutral }
}
