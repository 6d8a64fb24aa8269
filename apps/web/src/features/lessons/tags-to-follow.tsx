import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { lessonFiltersQuery } from './api/lessons.ts'
import { FollowTag } from './follow-tag.tsx'

/** The tags of a lesson: each leads to what else has it, and can be followed. */
export function TagsToFollow({ tags }: { tags: readonly string[] }) {
  const { t } = useTexts()
  const followed = useQuery(lessonFiltersQuery).data?.followed
  return (
    <ul className="tags-to-follow" aria-label={t('lessons.tags')}>
      {tags.map((tag) => (
        <li key={tag}>
          <Link className="tag-to-follow" to="/lessons" search={{ tag }}>
            <bdi>{tag}</bdi>
          </Link>
          {followed && <FollowTag tag={tag} on={followed.includes(tag)} />}
        </li>
      ))}
    </ul>
  )
}
