import type { Policy } from '@chorus/contracts/policy'

/** How many answers each kind of figure needs. */
export type Thresholds = {
  readonly cell: number
  readonly favourable: number
  readonly splitOrganisation: number
  readonly invited: number
  readonly change: number
}

export type ExplainedThreshold = { readonly name: string; readonly value: number; readonly reason: string }

/** Every threshold in one place. Counts are of people who answered unless they say invited. */
export function thresholdsOf({ k }: Policy): Thresholds {
  return {
    cell: k,
    favourable: Math.max(10, 2 * k),
    splitOrganisation: 2 * k,
    invited: k,
    change: 8,
  }
}

/** The same for people who want to check them, each with its reason. */
export function explainThresholds(policy: Policy): ExplainedThreshold[] {
  const values = thresholdsOf(policy)
  const named = (name: string, value: number, reason: string) => ({ name, value, reason })
  return [
    named(
      'k',
      values.cell,
      'Answers behind anything shown. One of the group may be the one who wants to know, which leaves k - 1 others.',
    ),
    named(
      'favourable share',
      values.favourable,
      'A share of a small group is a head count in disguise; below ten a percentage also claims more than it knows.',
    ),
    named(
      'parts of an organisation',
      values.splitOrganisation,
      'Below two groups’ worth of answers, showing any part would show the rest as well: only the whole is shown.',
    ),
    named(
      'invited people',
      values.invited,
      'How many were invited is a fact of the roster, but a tiny number next to a rate says who answered.',
    ),
    named(
      'change',
      values.change,
      'With fewer answers in a wave only changes of more than 1.5 standard deviations could be seen.',
    ),
  ]
}
