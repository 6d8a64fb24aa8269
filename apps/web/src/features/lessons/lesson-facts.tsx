import type { Lesson } from '@chorus/contracts/lessons'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** Where a lesson is from, who told it and when; and what else is to be known of it. */
export function LessonFacts({ lesson }: { lesson: Lesson }) {
  const { t, locale } = useTexts()
  const facts = [
    lesson.unit.name,
    lesson.author?.name ?? t('community.left'),
    showDay(lesson.at, locale),
    ...(lesson.changed ? [t('community.changed')] : []),
  ]
  const marks = [
    ...(lesson.leadersOwn ? [t('lessons.leaders-own')] : []),
    ...(lesson.goodExample ? [t('lessons.good-example')] : []),
    ...(lesson.audience === 'unit' ? [t('lessons.only-unit')] : []),
  ]
  return (
    <div className="lesson-facts small soft">
      <p>
        {facts.map((fact, at) => (
          <span key={fact}>
            {at > 0 && ' · '}
            <bdi>{fact}</bdi>
          </span>
        ))}
      </p>
      {marks.map((mark) => (
        <p key={mark} className="lesson-mark">
          {mark}
        </p>
      ))}
    </div>
  )
}
