import { useEffect, useRef } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type GuidedStep, guidedSteps } from './guided-steps.ts'

type Props = {
  step: GuidedStep
  onStep: (step: GuidedStep) => void
  isWritten: (step: GuidedStep) => boolean
  isUnsaved: (step: GuidedStep) => boolean
}

/** The steps of a review: which one is open, in which something stands, and where something is not saved yet. */
export function StepsNav({ step, onStep, isWritten, isUnsaved }: Props) {
  const { t } = useTexts()
  const list = useRef<HTMLOListElement>(null)
  // On a phone the steps stand in one line that is longer than the screen.
  useEffect(() => {
    list.current
      ?.querySelector(`[data-step="${step}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [step])
  return (
    <nav aria-label={t('reviews.steps')}>
      <ol ref={list} className="review-steps">
        {guidedSteps.map((one) => (
          <li key={one}>
            <button
              type="button"
              data-step={one}
              aria-current={one === step ? 'step' : undefined}
              onClick={() => onStep(one)}
            >
              <span className="review-step-mark" aria-hidden="true">
                {isUnsaved(one) ? '•' : isWritten(one) ? '✓' : ''}
              </span>
              {t(stepWords[one])}
              {isUnsaved(one) ? (
                <span className="visually-hidden"> {t('reviews.step-unsaved')}</span>
              ) : (
                isWritten(one) && <span className="visually-hidden"> {t('reviews.step-written')}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}

export const stepWords: Readonly<Record<GuidedStep, MessageId>> = {
  basics: 'reviews.part.basics',
  people: 'reviews.part.people',
  timeline: 'reviews.part.timeline',
  decisions: 'reviews.part.decisions',
  factors: 'reviews.part.factors',
  repair: 'reviews.part.repair',
  lessons: 'reviews.part.lessons',
  actions: 'reviews.part.actions',
  share: 'reviews.part.share',
}
