import type { Review, ReviewPart } from '@chorus/contracts/reviews'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { reviewPeopleQuery } from './api/reviews.ts'
import { type Draft, useDrafts } from './drafts.ts'
import { firstOpenStep, type GuidedStep, guidedSteps, isWritten } from './guided-steps.ts'
import { ActionsStep } from './steps/actions-step.tsx'
import { BasicsFields } from './steps/basics-fields.tsx'
import { DecisionsFields } from './steps/decisions-fields.tsx'
import { FactorsFields } from './steps/factors-fields.tsx'
import { LessonsFields } from './steps/lessons-fields.tsx'
import { PeopleStep } from './steps/people-step.tsx'
import { RepairFields } from './steps/repair-fields.tsx'
import { ShareStep } from './steps/share-step.tsx'
import { TimelineFields } from './steps/timeline-fields.tsx'
import { StepsNav, stepWords } from './steps-nav.tsx'
import { TakeReviewBack } from './take-review-back.tsx'
import { partWords } from './words.ts'
import { WritePart } from './write-part.tsx'

/** The way through a review, a step at a time. It can be left and gone on with: it begins at the first step that nobody has written in. */
export function Guided({ review }: { review: Review }) {
  const { t } = useTexts()
  const [step, setStep] = useState<GuidedStep>(() => firstOpenStep(review))
  const { drafts, keep } = useDrafts(review.id)
  const [saved, setSaved] = useState(0)
  const heading = useRef<HTMLHeadingElement>(null)
  const moved = useRef(false)
  const people = useQuery({ ...reviewPeopleQuery(review.unit.id ?? ''), enabled: review.unit.id !== null })
  const names = (people.data?.people ?? []).flatMap(({ name }) => [
    name,
    ...name.split(' ').filter(isNameAlone),
  ])
  // The focus follows the step.
  useEffect(() => {
    if (moved.current) heading.current?.focus()
    moved.current = true
  }, [step])
  const goOn = () => {
    setSaved((times) => times + 1)
    setStep(guidedSteps[guidedSteps.indexOf(step) + 1] ?? step)
  }
  const form = <Part extends ReviewPart>(part: Part) => ({
    review,
    part,
    names,
    draft: drafts[part],
    onDraft: (draft: Draft<Part> | undefined) => keep(part, draft),
    onSaved: goOn,
  })
  return (
    <div className="review-guided">
      <StepsNav
        step={step}
        onStep={setStep}
        isWritten={(one) => isWritten(review, one)}
        isUnsaved={(one) => isPart(one) && drafts[one] !== undefined}
      />
      <Card>
        <div className="stack stack-tight">
          <h2 ref={heading} tabIndex={-1}>
            {t(stepWords[step])}
          </h2>
          <p className="soft measure">{t(stepHints[step])}</p>
        </div>
        <p className="visually-hidden" role="status">
          {saved > 0 && t('reviews.saved')}
        </p>
        {step === 'people' && <PeopleStep review={review} onSaved={goOn} />}
        {step === 'basics' && (
          <WritePart key="basics" {...form('basics')}>
            {(fields) => <BasicsFields {...fields} />}
          </WritePart>
        )}
        {step === 'timeline' && (
          <WritePart key="timeline" {...form('timeline')}>
            {(fields) => <TimelineFields {...fields} day={review.parts.basics.began} />}
          </WritePart>
        )}
        {step === 'decisions' && (
          <WritePart key="decisions" {...form('decisions')}>
            {(fields) => <DecisionsFields {...fields} />}
          </WritePart>
        )}
        {step === 'factors' && (
          <WritePart key="factors" {...form('factors')}>
            {(fields) => <FactorsFields {...fields} />}
          </WritePart>
        )}
        {step === 'repair' && (
          <WritePart key="repair" {...form('repair')}>
            {(fields) => <RepairFields {...fields} />}
          </WritePart>
        )}
        {step === 'lessons' && (
          <WritePart key="lessons" {...form('lessons')}>
            {(fields) => <LessonsFields {...fields} />}
          </WritePart>
        )}
        {step === 'actions' && <ActionsStep review={review} />}
        {step === 'share' && <ShareStep review={review} />}
        {step === 'share' && review.may.takeBack && <TakeReviewBack review={review.id} />}
      </Card>
    </div>
  )
}

/** "Ada" of "Ada von Berg", and not "von" or an initial. */
const isNameAlone = (part: string) => /^[^\p{Ll}]/u.test(part) && part.length > 1

const isPart = (step: GuidedStep): step is GuidedStep & ReviewPart => step in partWords

const stepHints: Readonly<Record<GuidedStep, MessageId>> = {
  basics: 'reviews.hint.basics',
  people: 'reviews.hint.people',
  timeline: 'reviews.hint.timeline',
  decisions: 'reviews.hint.decisions',
  factors: 'reviews.hint.factors',
  repair: 'reviews.hint.repair',
  lessons: 'reviews.hint.lessons',
  actions: 'reviews.hint.actions',
  share: 'reviews.hint.share',
}
