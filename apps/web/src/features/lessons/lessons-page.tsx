import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { lessonFiltersQuery } from './api/lessons.ts'
import { FindLessons } from './find-lessons.tsx'
import { FollowedTags } from './followed-tags.tsx'
import { LessonList } from './lesson-list.tsx'
import type { LookedFor } from './looked-for.ts'
import './lessons.css'

type Props = { lookedFor: LookedFor; onLook: (lookedFor: LookedFor) => void }

/** What others learned: newest first, or what is looked for. */
export function LessonsPage({ lookedFor, onLook }: Props) {
  const { t } = useTexts()
  const filters = useQuery(lessonFiltersQuery).data
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('lessons.title')} />
        <p className="lead soft">{t('lessons.lead')}</p>
        <div className="row">
          <Link to="/lessons/new" className={buttonClass('main')}>
            {t('lessons.tell')}
          </Link>
        </div>
      </div>
      <FindLessons key={lookedFor.words ?? ''} lookedFor={lookedFor} filters={filters} onLook={onLook} />
      {filters && (filters.followed.length > 0 || lookedFor.tag) && (
        <FollowedTags followed={filters.followed} lookedFor={lookedFor} />
      )}
      <LessonList lookedFor={lookedFor} />
    </div>
  )
}
