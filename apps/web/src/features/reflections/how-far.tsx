import type { Reflection } from '@chorus/contracts/reflections'
import { Link } from '@tanstack/react-router'
import { showDay, showStamp } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Notice } from '../../ui/notice.tsx'

/** What a session is at right now: who reads what one writes, and how long it is kept. Said before anything is written. */
export function HowFar({ session }: { session: Reflection }) {
  const { t, locale } = useTexts()
  const { state, quietUntil, keepDays, postsUntil, posts, writers } = session
  const unit = session.unit.name
  if (posts === null) return <Notice>{t('reflections.outside', { unit })}</Notice>
  if (state === 'closed')
    return (
      <Notice>
        {posts.length === 0 || postsUntil === null
          ? t('reflections.no-posts')
          : t('reflections.closed-words', { unit, day: showDay(postsUntil, locale) })}
      </Notice>
    )
  return (
    <Notice
      title={
        state === 'open'
          ? t('reflections.open-title')
          : quietUntil === null
            ? t('reflections.quiet-hand')
            : t('reflections.quiet-until', { time: showStamp(quietUntil, locale) })
      }
    >
      <p>{t('reflections.named', { unit })}</p>
      <p>
        <Link to="/concern">{t('concern.title')}</Link>
      </p>
      <p>{t('reflections.kept', { days: keepDays })}</p>
      <p>{t('reflections.writers', { count: writers ?? 0 })}</p>
    </Notice>
  )
}
