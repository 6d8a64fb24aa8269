import type { Lesson, LessonKind } from '@chorus/contracts/lessons'
import { showDay } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

const kindWords: Readonly<Record<LessonKind, MessageId>> = {
  'went well': 'lessons.kind.went-well',
  'went wrong': 'lessons.kind.went-wrong',
  'changed our mind': 'lessons.kind.changed-our-mind',
}

/** What kind of lesson it is, where it is from, who told it and when. */
export function LessonFacts({ lesson }: { lesson: Lesson }) {
  const { t, locale } = useTexts()
  return (
    <p className="small soft">
      {[
        t(kindWords[lesson.kind]),
        lesson.unit.name,
        lesson.author?.name ?? t('community.left'),
        showDay(lesson.at, locale),
      ].join(' · ')}
    </p>
  )
}
