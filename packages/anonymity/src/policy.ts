import { type Policy, policy } from '@chorus/contracts/policy'

/** Every threshold in one place, with its reason. Counts are of people who answered unless they say invited. */
const rules = {
  /** Anything shown at all. */
  cell: {
    of: ({ k }: Policy) => k,
    reason:
      'Answers in anything shown. One of the group may be the one who wants to know, which leaves k - 1.',
  },
  /** A favourable share. */
  favourable: {
    of: ({ k }: Policy) => Math.max(10, 2 * k),
    reason: 'Answers behind a favourable share. A share of a small group is a head count in disguise.',
  },
  /** Any part of the organisation. */
  splitOrganisation: {
    of: ({ k }: Policy) => 2 * k,
    reason: 'Answers in all before parts are shown. With fewer, a part would show the rest as well.',
  },
  /** The number of invited people, and with it the response rate. */
  invited: {
    of: ({ k }: Policy) => k,
    reason: 'People invited before their number and the response rate are shown.',
  },
  /** A change that is called up or down. */
  change: {
    of: () => 8,
    reason: 'Answers in both waves before a change is called one. With fewer, only huge ones could be seen.',
  },
} as const satisfies Record<string, { of: (policy: Policy) => number; reason: string }>

type ThresholdName = keyof typeof rules
export type Thresholds = Readonly<Record<ThresholdName, number>>

export function thresholdsOf(policy: Policy): Thresholds {
  return {
    cell: rules.cell.of(policy),
    favourable: rules.favourable.of(policy),
    splitOrganisation: rules.splitOrganisation.of(policy),
    invited: rules.invited.of(policy),
    change: rules.change.of(),
  }
}

/** The thresholds of the default policy for people to read. A programme may set higher ones. */
export const explainedThresholds: readonly { name: string; value: number; reason: string }[] = Object.entries(
  rules,
).map(([name, rule]) => ({ name, value: rule.of(policy.parse({})), reason: rule.reason }))
