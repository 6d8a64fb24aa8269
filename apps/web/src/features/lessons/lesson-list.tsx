import type { ListedLesson } from '@chorus/contracts/lessons'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Mentions } from '../../ui/mentions.tsx'
import { lessonsQuery } from './api/lessons.ts'
import { beginningOf } from './beginning-of.ts'
import { FoundText } from './found-text.tsx'
import { LessonFacts } from './lesson-facts.tsx'
import { kindWords } from './lesson-kinds.ts'
import type { LookedFor } from './looked-for.ts'
import { TagLinks } from './tag-links.tsx'

/** Lessons in a few lines each, a page at a time. */
export function LessonList({ lookedFor }: { lookedFor: LookedFor }) {
  const { t } = useTexts()
  const query = useInfiniteQuery(lessonsQuery(lookedFor))
  const looking = Object.keys(lookedFor).length > 0
  return (
    <Loaded query={query}>
      {({ pages }) => {
        const lessons = pages.flatMap((page) => page.lessons)
        return (
          <div className="stack">
            <p className={looking || lessons.length === 0 ? 'measure soft' : 'visually-hidden'} role="status">
              {lessons.length > 0
                ? t('lessons.shown', { count: lessons.length })
                : t(looking ? 'lessons.found-none' : 'lessons.none')}
            </p>
            <ul className="stack found">
              {lessons.map((lesson) => (
                <ListItem key={lesson.id} lesson={lesson} />
              ))}
            </ul>
            {query.hasNextPage && (
              <div>
                <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
                  {t(lookedFor.words ? 'lessons.more' : 'lessons.older')}
                </Button>
              </div>
            )}
          </div>
        )
      }}
    </Loaded>
  )
}

function ListItem({ lesson }: { lesson: ListedLesson }) {
  const { t } = useTexts()
  const { found } = lesson
  return (
    <Card as="li">
      <p className="eyebrow">{t(kindWords[lesson.kind])}</p>
      <h2 dir="auto" lang={lesson.language}>
        <Link to="/lessons/$lesson" params={{ lesson: lesson.id }}>
          {found ? <FoundText pieces={found.title} /> : lesson.title}
        </Link>
      </h2>
      <LessonFacts lesson={lesson} />
      <p className="measure" dir="auto" lang={lesson.language}>
        {found ? <FoundText pieces={found.excerpt} /> : <Mentions text={beginningOf(lesson.learned)} />}
      </p>
      <TagLinks tags={lesson.tags} label={t('lessons.tags')} />
    </Card>
  )
}
