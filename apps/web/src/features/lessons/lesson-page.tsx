import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { lessonQuery } from './api/lessons.ts'
import { GoodExample } from './good-example.tsx'
import { LessonFacts } from './lesson-facts.tsx'
import { kindWords } from './lesson-kinds.ts'
import { OwnLesson } from './own-lesson.tsx'
import { TagsToFollow } from './tags-to-follow.tsx'
import './lessons.css'

/** One learning moment. @param thread what others say to it */
export function LessonPage({ lesson: id, thread }: { lesson: string; thread: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(lessonQuery(id))} title={t('lessons.title')}>
      {(lesson) => (
        <div className="stack stack-wide">
          <div className="stack stack-tight">
            <p className="eyebrow">{t(kindWords[lesson.kind])}</p>
            <PageTitle title={lesson.title}>
              <span dir="auto" lang={lesson.language}>
                {lesson.title}
              </span>
            </PageTitle>
            <LessonFacts lesson={lesson} />
            {lesson.goal && (
              <p className="small soft">
                {t('lessons.goal')}: <bdi>{lesson.goal}</bdi>
              </p>
            )}
          </div>
          <div className="lesson-told">
            <Card as="article">
              {(['happened', 'learned', 'now'] as const).map(
                (part) =>
                  lesson[part] && (
                    <div key={part} className="stack stack-tight">
                      <h2>{t(`lessons.${part}`)}</h2>
                      <div lang={lesson.language}>
                        <MentionText text={lesson[part]} />
                      </div>
                    </div>
                  ),
              )}
            </Card>
          </div>
          {lesson.from && (
            <p className="small soft">
              {t('reviews.lesson-from')}{' '}
              <Link to="/reviews/$review" params={{ review: lesson.from.id }}>
                <span dir="auto">{lesson.from.title}</span>
              </Link>
            </p>
          )}
          {lesson.tags.length > 0 && <TagsToFollow tags={lesson.tags} />}
          {lesson.mine && <OwnLesson lesson={lesson.id} />}
          {lesson.mayChoose && <GoodExample lesson={lesson} />}
          {thread}
        </div>
      )}
    </Loaded>
  )
}
