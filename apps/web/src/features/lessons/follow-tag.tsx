import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { followTag, lessonsKey } from './api/lessons.ts'

/** Follows a tag, or no longer. @param on whether the reader follows it now */
export function FollowTag({ tag, on, named }: { tag: string; on: boolean; named?: true }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const following = useMutation({
    mutationFn: () => followTag(tag, !on),
    onSuccess: () => client.invalidateQueries({ queryKey: lessonsKey }),
  })
  const whole = t(on ? 'lessons.unfollow-tag' : 'lessons.follow-tag', { tag })
  return (
    <>
      <Button look="quiet" busy={following.isPending} aria-label={whole} onClick={() => following.mutate()}>
        {named ? whole : t(on ? 'lessons.unfollow' : 'lessons.follow')}
      </Button>
      {following.error && <ProblemNotice error={following.error} />}
    </>
  )
}
