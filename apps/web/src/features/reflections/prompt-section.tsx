import type { Reflection, ReflectionPost } from '@chorus/contracts/reflections'
import { type ReactNode, useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { WriteSaid } from '../../ui/write-said.tsx'
import { addPost } from './api/change-reflection.ts'
import { PostItem } from './post-item.tsx'
import { useSessionChange } from './use-session-change.ts'

type Props = {
  session: Reflection
  prompt: string
  place: number
  posts: readonly ReflectionPost[]
  threadOf: (post: string) => ReactNode
}

/** A prompt with what was written to it, and the field for one's own. */
export function PromptSection({ session, prompt, place, posts, threadOf }: Props) {
  const { t } = useTexts()
  const heading = useId()
  const [sent, setSent] = useState(0)
  const adding = useSessionChange(session.id, () => setSent((times) => times + 1))
  return (
    <Card labelledBy={heading}>
      <h2 id={heading} dir="auto">
        {prompt}
      </h2>
      {posts.length === 0 && (
        <p className="soft">
          {t(session.state === 'quiet' ? 'reflections.nothing-of-yours' : 'reflections.nothing')}
        </p>
      )}
      <ul className="session-posts">
        {posts.map((post) => (
          <PostItem key={post.id} session={session} post={post} threadOf={threadOf} />
        ))}
      </ul>
      <p className="visually-hidden" role="status">
        {sent > 0 ? t('reflections.posted') : ''}
      </p>
      {session.state !== 'closed' && (
        <WriteSaid
          send={t('reflections.post')}
          rows={2}
          key={sent}
          label={t('reflections.your-post')}
          busy={adding.isPending}
          error={adding.error}
          onSend={(text) => adding.mutate(() => addPost(session.id, place, text))}
        />
      )}
    </Card>
  )
}
