import type { ProgrammeDraft, SetUpAnswer } from '@chorus/contracts/set-up'

/** What every step gets. `keep` saves what it says and goes on to the next step. */
export type StepProps = {
  readonly draft: ProgrammeDraft
  readonly setUp: SetUpAnswer
  readonly keep: (change: Partial<ProgrammeDraft>) => void
  readonly back: (() => void) | null
  readonly busy: boolean
  readonly error: unknown
}
