import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { lessonsQuery } from './api/lessons.ts'
import { LessonFacts } from './lesson-facts.tsx'

/** What others learned, newest first. */
export function LessonsPage() {
  const { t } = useTexts()
  const query = useInfiniteQuery(lessonsQuery)
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('lessons.title')} />
        <p className="lead soft">{t('lessons.lead')}</p>
      </div>
      <Loaded query={query}>
        {({ pages }) => {
          const lessons = pages.flatMap((page) => page.lessons)
          return (
            <>
              {lessons.length === 0 && <p className="measure">{t('lessons.none')}</p>}
              <ul className="stack">
                {lessons.map((lesson) => (
                  <Card as="li" key={lesson.id}>
                    <h2 dir="auto">
                      <Link to="/lessons/$lesson" params={{ lesson: lesson.id }}>
                        {lesson.title}
                      </Link>
                    </h2>
                    <LessonFacts lesson={lesson} />
                    <MentionText text={lesson.learned} />
                  </Card>
                ))}
              </ul>
              {query.hasNextPage && (
                <div>
                  <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                    {t('lessons.older')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </Loaded>
    </div>
  )
}
