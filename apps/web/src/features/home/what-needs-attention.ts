import type { ModerationWaiting } from '@chorus/contracts/commons'
import type { JobsAnswer } from '@chorus/contracts/jobs'
import type { RuleChanges } from '@chorus/contracts/rights'
import type { SetUpAnswer } from '@chorus/contracts/set-up'

/** One line of the start page. Waves are named; the rest is counted or simply there. */
export type Matter =
  | { readonly what: 'trouble' | 'decide' | 'waits' | 'reported'; readonly count: number }
  | { readonly what: 'nobody' | 'draft' }
  | { readonly what: 'sealed'; readonly wave: string; readonly id: string }
  | { readonly what: 'open' | 'next'; readonly wave: string; readonly id: string; readonly moment: string }

type Known = {
  /** Undefined: this reader may not ask, or the answer has not come. */
  readonly jobs: JobsAnswer | undefined
  readonly rules: RuleChanges | undefined
  readonly setUp: SetUpAnswer | undefined
  readonly reported: ModerationWaiting | undefined
}

/** What somebody has to do comes first, then what goes on by itself. */
export function whatNeedsAttention({ jobs, rules, setUp, reported }: Known): Matter[] {
  const changes = rules?.changes.filter(({ state }) => state === 'proposed') ?? []
  const toDecide = changes.filter(({ mayDecide }) => mayDecide).length
  const counted = [
    { what: 'trouble', count: jobs?.troubles.length ?? 0 },
    { what: 'decide', count: toDecide },
    { what: 'reported', count: reported?.waiting ?? 0 },
    { what: 'waits', count: changes.length - toDecide },
  ] as const
  const underWay = jobs?.underWay ?? []
  const next = jobs?.next[0]
  return [
    ...counted.filter(({ count }) => count > 0),
    ...underWay
      .filter(({ stage, publishesItself }) => stage === 'sealed' && !publishesItself)
      .map(({ wave, label }) => ({ what: 'sealed' as const, wave: label, id: wave })),
    ...(setUp?.organisation.people === 0 ? [{ what: 'nobody' as const }] : []),
    ...(setUp && setUp.draft !== null ? [{ what: 'draft' as const }] : []),
    ...underWay
      .filter(({ stage }) => stage === 'open')
      .map(({ wave, label, closesAt }) => ({
        what: 'open' as const,
        wave: label,
        id: wave,
        moment: closesAt,
      })),
    ...(next && underWay.length === 0
      ? [{ what: 'next' as const, wave: next.label, id: next.occurrence, moment: next.opensAt }]
      : []),
  ]
}
