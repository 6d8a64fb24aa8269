import { floorOfLargeGroups, type Policy } from '@chorus/contracts/policy'
import type { ThresholdCode } from '@chorus/contracts/trust'

/** How many answers each kind of figure needs. */
export type Thresholds = {
  readonly cell: number
  readonly favourable: number
  readonly agreement: number
  readonly detail: number
  readonly cut: number
  readonly crossing: number
  readonly crossedUnit: number
  readonly comments: number
  readonly splitOrganisation: number
  readonly organisation: number
  readonly wholeStatistics: number
  readonly teams: number
  readonly teamAnswers: number
  readonly invited: number
  readonly change: number
}

export type ExplainedThreshold = {
  readonly code: ThresholdCode
  readonly name: string
  readonly value: number
  readonly reason: string
}

/** Every threshold in one place. Counts are of people who answered unless they say invited. */
export function thresholdsOf({ k, cutK, commentK }: Policy): Thresholds {
  return {
    cell: k,
    favourable: Math.max(floorOfLargeGroups, 2 * k),
    agreement: Math.max(floorOfLargeGroups, 2 * k),
    detail: Math.max(30, 2 * k),
    cut: cutK,
    crossing: Math.max(cutK, 2 * k),
    crossedUnit: 100,
    comments: commentK,
    splitOrganisation: 2 * k,
    organisation: Math.max(30, 2 * k),
    wholeStatistics: Math.max(100, 2 * k),
    teams: 10,
    teamAnswers: Math.max(5, k),
    invited: k,
    change: 8,
  }
}

/** The same for people who want to check them, each with its reason. */
export function explainThresholds(policy: Policy): ExplainedThreshold[] {
  const values = thresholdsOf(policy)
  const named = (code: ThresholdCode, name: string, value: number, reason: string) => ({
    code,
    name,
    value,
    reason,
  })
  return [
    named(
      'cell',
      'k',
      values.cell,
      'Answers behind anything shown. One of the group may be the one who wants to know, which leaves k - 1 others.',
    ),
    named(
      'favourable',
      'favourable share',
      values.favourable,
      'A share of a small group is a head count in disguise; below ten a percentage also claims more than it knows.',
    ),
    named(
      'agreement',
      'agreement',
      values.agreement,
      'In fewer answers, agreement comes and goes by chance, and in very few the word for it would give the answers.',
    ),
    named(
      'detail',
      'distribution and spread',
      values.detail,
      'How often each answer was given, next to a mean, puts the answers of a smaller group together again.',
    ),
    named(
      'cut',
      'cut',
      values.cut,
      'People of one tenure or place are spread over many teams: a group of them is easier to subtract from, so it must be larger.',
    ),
    named(
      'crossing',
      'crossed cuts',
      values.crossing,
      'Two attributes at once describe few people very exactly.',
    ),
    named(
      'crossed-unit',
      'unit with crossed cuts',
      values.crossedUnit,
      'Below a hundred answers the crossed groups of a unit are too small to be shown next to each other.',
    ),
    named(
      'comments',
      'comments',
      values.comments,
      'A style of writing is easier to recognise than a number: the crowd must be larger.',
    ),
    named(
      'split-organisation',
      'parts of an organisation',
      values.splitOrganisation,
      'Below two groups’ worth of answers, showing any part would show the rest as well: only the whole is shown.',
    ),
    named(
      'organisation',
      'typical spread of the organisation',
      values.organisation,
      'The intervals of small groups use the spread of all, so that their own is not given away; it must rest on many.',
    ),
    named(
      'whole-statistics',
      'reliability and drivers',
      values.wholeStatistics,
      'What statements have to do with each other is said of the whole organisation only: of fewer answers it is mostly chance.',
    ),
    named(
      'teams',
      'teams that are compared',
      values.teams,
      'How much teams differ and how far they agree inside is said of many teams at once, so that it is said of none.',
    ),
    named(
      'team-answers',
      'answers of a team that is compared',
      values.teamAnswers,
      'The mean of a smaller team says more about its members than about the team.',
    ),
    named(
      'invited',
      'invited people',
      values.invited,
      'How many were invited is a fact of the roster, but a tiny number next to a rate says who answered.',
    ),
    named(
      'change',
      'change',
      values.change,
      'With fewer answers in a wave only changes of more than 1.5 standard deviations could be seen.',
    ),
  ]
}

/**
 * Rule: a policy may rise from wave to wave and never fall, so that no later wave can be used to look closer at an earlier one.
 * @returns the names of the thresholds that would fall
 */
export function fallingThresholds(earlier: Policy, later: Policy): string[] {
  return (['k', 'commentK', 'cutK'] as const).filter((name) => later[name] < earlier[name])
}
