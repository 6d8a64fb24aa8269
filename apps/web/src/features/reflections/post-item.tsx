import type { Reflection, ReflectionPost } from '@chorus/contracts/reflections'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { MentionText } from '../../ui/mention-text.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { WriteSaid } from '../../ui/write-said.tsx'
import { changePost, likePost, takePostBack } from './api/change-reflection.ts'
import { reflectionQuery } from './api/reflections.ts'
import { useSessionChange } from './use-session-change.ts'

type Props = { session: Reflection; post: ReflectionPost; threadOf: (post: string) => ReactNode }

/** One post: liked and replied to once the session is open, changed and taken back by who wrote it. */
export function PostItem({ session, post, threadOf }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [changing, setChanging] = useState(false)
  const [talking, setTalking] = useState(false)
  const change = useSessionChange(session.id, () => setChanging(false))
  const takeBack = useSessionChange(session.id)
  const liking = useMutation({
    mutationFn: () => likePost(post.id, !post.likes.mine),
    onSuccess: () => client.invalidateQueries({ queryKey: reflectionQuery(session.id).queryKey }),
  })
  return (
    <li className="session-post stack stack-tight">
      <p className="small soft">
        <strong>{post.author?.name ?? t('community.left')}</strong>
        {post.changed && ` · ${t('community.changed')}`}
      </p>
      {changing ? (
        <WriteSaid
          send={t('community.save')}
          rows={2}
          label={t('reflections.change-post')}
          text={post.text}
          busy={change.isPending}
          error={change.error}
          onSend={(text) => change.mutate(() => changePost(session.id, post.id, text))}
          onCancel={() => setChanging(false)}
        />
      ) : (
        post.text !== '' && <MentionText text={post.text} />
      )}
      {post.redacted && <p className="small soft">{t('moderation.redacted')}</p>}
      {post.hidden && (
        <p className="small soft" dir="auto">
          {t(post.mine ? 'moderation.hidden-mine' : 'moderation.hidden-others', {
            reason: post.hidden.reason,
          })}
        </p>
      )}
      <div className="row">
        {session.state !== 'quiet' && (post.mine || !post.hidden) && (
          <>
            {/* Among the other reactions it stands again. */}
            {!talking && (
              <Button aria-pressed={post.likes.mine} busy={liking.isPending} onClick={() => liking.mutate()}>
                {t('community.same-here')} {post.likes.count > 0 && post.likes.count}
              </Button>
            )}
            <Button look="quiet" aria-expanded={talking} onClick={() => setTalking(!talking)}>
              {t('reflections.talk', { count: post.replies })}
            </Button>
          </>
        )}
        {post.mine && !changing && session.state !== 'closed' && (
          <Button look="quiet" onClick={() => setChanging(true)}>
            {t('community.change')}
          </Button>
        )}
        {post.mine && !changing && (
          <Button
            look="quiet"
            busy={takeBack.isPending}
            onClick={() => takeBack.mutate(() => takePostBack(session.id, post.id))}
          >
            {t('community.take-back')}
          </Button>
        )}
      </div>
      {takeBack.error && <ProblemNotice error={takeBack.error} />}
      {liking.error && <ProblemNotice error={liking.error} />}
      {talking && threadOf(post.id)}
    </li>
  )
}
