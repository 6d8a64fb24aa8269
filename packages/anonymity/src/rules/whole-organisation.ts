import type { Band } from '@chorus/contracts/publish'

/**
 * Rule: how statements go together, how teams differ and what goes along with engagement is said of the whole organisation and of
 * no part of it, from a hundred answers and ten teams on, to two decimals. These figures are ratios without a unit: none of them
 * says how high anybody answered. Where people are so much of one mind that even a ratio would say it (`tooAlike`), there is none, and one
 * word stands for everything from nearly unanimous to unanimous. Means and spreads of items, which go with such tables elsewhere,
 * are not repeated, because cells show them more coarsely; numbers of teams come in tens, because a team of which nobody answered
 * must look like any hidden one.
 * Stops: subtracting one part's figure from another's, reading unanimity from "no spread" or from an agreement of 1, and
 * refining a shown mean. Cost: nothing of this for a department, however large.
 */
export const tooAlike = {
  /** Standard deviation of an item, or of scores inside teams, as a share of its range: 0.3 of 1 to 7. */
  spread: 0.05,
  /** Share of spread that lies between teams: from here on each team is nearly of one mind. */
  betweenTeams: 0.5,
  /** Mean agreement inside teams. */
  agreement: 0.95,
} as const

/** To two decimals; never -0. */
export function twoDecimals(value: number): number {
  return Math.round(value * 100) / 100 + 0
}

export function bandInTwoDecimals({ lo, hi }: Band): Band {
  return { lo: twoDecimals(lo), hi: twoDecimals(hi) }
}

/** A number of teams as it is shown: 43 as 40 to 49. */
export function shownTeams(teams: number): Band {
  const lo = Math.floor(teams / 10) * 10
  return { lo, hi: lo + 9 }
}
