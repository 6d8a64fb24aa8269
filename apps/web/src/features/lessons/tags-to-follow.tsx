import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { followTag, lessonFiltersQuery, lessonsKey } from './api/lessons.ts'

/** The tags of a lesson: each leads to what else has it, and can be followed. */
export function TagsToFollow({ tags }: { tags: readonly string[] }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const followed = useQuery(lessonFiltersQuery).data?.followed
  const following = useMutation({
    mutationFn: ({ tag, on }: { tag: string; on: boolean }) => followTag(tag, on),
    onSuccess: () => client.invalidateQueries({ queryKey: lessonsKey }),
  })
  return (
    <div className="stack stack-tight">
      <ul className="row" aria-label={t('lessons.tags')}>
        {tags.map((tag) => {
          const on = !followed?.includes(tag)
          return (
            <li key={tag} className="row">
              <Link className="tag" to="/lessons" search={{ tag }}>
                <bdi>{tag}</bdi>
              </Link>
              {followed && (
                <Button
                  look="quiet"
                  busy={following.isPending}
                  aria-label={t(on ? 'lessons.follow-tag' : 'lessons.unfollow-tag', { tag })}
                  onClick={() => following.mutate({ tag, on })}
                >
                  {t(on ? 'lessons.follow' : 'lessons.unfollow')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {following.error && <ProblemNotice error={following.error} />}
    </div>
  )
}
