import { useTexts } from '../../../lib/i18n/texts.ts'
import { WordedField } from '../../../ui/worded-field.tsx'
import { ListFields } from '../list-fields.tsx'
import type { PartFields } from './part-fields.ts'

/** What was learned; once the review is shared, a learning moment can be made of each. */
export function LessonsFields({ content, change, language, names }: PartFields<'lessons'>) {
  const { t } = useTexts()
  return (
    <ListFields
      name={(number) => t('reviews.lesson', { number })}
      add={t('reviews.add-lesson')}
      entries={content.lessons}
      empty={{ text: '', lesson: null }}
      onChange={(lessons) => change({ lessons })}
    >
      {(lesson, changeLesson) => (
        <WordedField
          label={t('reviews.lesson-text')}
          required
          maxLength={2000}
          language={language}
          names={names}
          value={lesson.text}
          onChange={(text) => changeLesson({ ...lesson, text })}
        />
      )}
    </ListFields>
  )
}
