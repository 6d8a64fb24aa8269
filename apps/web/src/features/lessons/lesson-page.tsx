import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { lessonQuery } from './api/lessons.ts'
import { LessonFacts } from './lesson-facts.tsx'

/** One learning moment. @param thread what others say to it */
export function LessonPage({ lesson: id, thread }: { lesson: string; thread: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(lessonQuery(id))} title={t('lessons.title')}>
      {(lesson) => (
        <div className="stack stack-wide">
          <div className="stack stack-tight">
            <PageTitle title={lesson.title}>
              <span dir="auto">{lesson.title}</span>
            </PageTitle>
            <LessonFacts lesson={lesson} />
          </div>
          <Card as="article">
            {(['happened', 'learned', 'now'] as const).map(
              (part) =>
                lesson[part] && (
                  <div key={part} className="stack stack-tight">
                    <h2>{t(`lessons.${part}`)}</h2>
                    <MentionText text={lesson[part]} />
                  </div>
                ),
            )}
          </Card>
          {thread}
        </div>
      )}
    </Loaded>
  )
}
