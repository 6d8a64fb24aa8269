import type { ProgrammeDraft, SetUpAnswer, SetUpStep } from '@chorus/contracts/set-up'

/** In the order in which they are gone through. */
export const steps: readonly SetUpStep[] = [
  'organisation',
  'people',
  'instrument',
  'rhythm',
  'thresholds',
  'preview',
  'start',
]

/** Steps of which everything is said. A preview is done when one went on from it. */
export function doneSteps(
  draft: ProgrammeDraft,
  { organisation }: Pick<SetUpAnswer, 'organisation'>,
): ReadonlySet<SetUpStep> {
  const said: Record<SetUpStep, boolean> = {
    organisation: draft.name !== null,
    // One person is whoever sets this up.
    people: organisation.people > 1,
    instrument: draft.instrument !== null,
    rhythm: draft.rhythm !== null,
    thresholds: draft.policy !== null,
    preview: draft.step === 'start',
    start: false,
  }
  return new Set(steps.filter((step) => said[step]))
}

/** Whether a step may be looked at: all before it are done. */
export function isReachable(step: SetUpStep, done: ReadonlySet<SetUpStep>): boolean {
  return steps.slice(0, steps.indexOf(step)).every((earlier) => done.has(earlier))
}
