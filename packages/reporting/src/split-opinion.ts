import { bandOf, middleOf } from '@chorus/anonymity/shown-sample'
import type { Figure } from '@chorus/contracts/publish'
import { splitTeam } from '@chorus/psychometrics/split-team'

export type SplitOpinion = {
  /** About how large a share of all answers each side has, 0 to 1: below and above the middle answer. */
  readonly below: number
  readonly above: number
}

/**
 * Whether a group falls into two camps on a statement, so that its mean stands for hardly anybody. It is read from the shares that
 * were released, in the middle of their steps, and so only where these are shown, from 30 answers on. Both sides must surely hold at least k people: the lower
 * ends of their steps count. An open lowest step ("5 % or less") may be nobody and is taken for nobody.
 * Source: AD limit of Burke & Dunlap (2002), or two ends, as in `splitTeam`.
 * @param answers share of each answer, lowest first
 * @returns null where it is not split, or too few stand on a side
 */
export function splitOpinion(answers: readonly Figure[], n: number, k: number): SplitOpinion | null {
  const last = answers.length - 1
  const counts = answers.map((share) => (bandOf(share).lo <= 0 ? 0 : Math.round(middleOf(share) * n)))
  const split = splitTeam(new Map(counts.map((count, answer) => [answer, count])), { min: 0, max: last })
  if (!split.ok || !split.value.split) return null
  const sides = [answers.filter((_, i) => i < last / 2), answers.filter((_, i) => i > last / 2)]
  if (sides.some((side) => surely(side, n) < k)) return null
  const [below = 0, above = 0] = sides.map((side) =>
    side.reduce((sum: number, share) => sum + (bandOf(share).lo <= 0 ? 0 : middleOf(share)), 0),
  )
  return { below, above }
}

/** How many stand there at least. */
function surely(shares: readonly Figure[], n: number): number {
  return Math.ceil(shares.reduce((sum: number, share) => sum + bandOf(share).lo, 0) * n - 1e-9)
}
