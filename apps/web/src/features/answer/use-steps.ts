import { useState } from 'react'
import { loadBallotCode } from './page-sender.ts'

/** `moved`: a key or a button led here, so the focus goes along; false where the reader's own focus or finger did. */
export type Step =
  | { at: 'intro'; moved: boolean }
  | { at: 'question'; index: number; fromReview: boolean; moved: boolean }
  | { at: 'review' }

/** Where the reader stands, from the promise over the statements to the last look. */
export type Steps = {
  step: Step
  /** Below the first statement is the promise, above the last one the last look. */
  go: (index: number, fromReview?: boolean) => void
  /** The reader put the focus into a statement. */
  reach: (index: number) => void
}

/** @param onGo told the place that the reader goes to */
export function useSteps(count: number, first: Step, onGo: (index: number) => void = () => undefined): Steps {
  const [step, setStep] = useState(first)
  return {
    step,
    go: (index, fromReview = false) => {
      // The ballot's code comes while the reader reads: it is needed at Send, and never before the first control works.
      void loadBallotCode().catch(() => undefined)
      onGo(Math.max(0, index))
      if (index < 0) setStep({ at: 'intro', moved: true })
      else if (index >= count) setStep({ at: 'review' })
      else setStep({ at: 'question', index, fromReview, moved: true })
    },
    reach: (index) =>
      setStep((now) =>
        now.at === 'question' && now.index === index
          ? now
          : { at: 'question', index, fromReview: now.at === 'question' && now.fromReview, moved: false },
      ),
  }
}
