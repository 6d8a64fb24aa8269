import type { Lesson } from '@chorus/contracts/lessons'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { kindWords } from './lesson-kinds.ts'

/** What kind of lesson it is, where it is from, who told it and when; and what else is to be known of it. */
export function LessonFacts({ lesson }: { lesson: Lesson }) {
  const { t, locale } = useTexts()
  return (
    <p className="small soft">
      {[
        t(kindWords[lesson.kind]),
        lesson.unit.name,
        lesson.author?.name ?? t('community.left'),
        showDay(lesson.at, locale),
        ...(lesson.changed ? [t('community.changed')] : []),
        ...(lesson.leadersOwn ? [t('lessons.leaders-own')] : []),
        ...(lesson.goodExample ? [t('lessons.good-example')] : []),
      ].join(' · ')}
    </p>
  )
}
