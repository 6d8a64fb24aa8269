import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { FollowTag } from './follow-tag.tsx'
import type { LookedFor } from './looked-for.ts'
import { TagLinks } from './tag-links.tsx'

/** The tags that the reader follows, each and all of them as a way to narrow the list; and the one that is looked at, to follow it. */
export function FollowedTags({ followed, lookedFor }: { followed: readonly string[]; lookedFor: LookedFor }) {
  const { t } = useTexts()
  const heading = useId()
  const { tag } = lookedFor
  return (
    <section className="stack stack-tight" aria-labelledby={heading}>
      <h2 id={heading}>{t('lessons.followed')}</h2>
      {followed.length === 0 && <p className="soft small measure">{t('lessons.followed-none')}</p>}
      <div className="row">
        <TagLinks tags={followed} label={t('lessons.followed')} />
        {followed.length > 0 && (
          <Link
            className="followed-only"
            to="/lessons"
            search={{ followed: 'yes' }}
            aria-current={lookedFor.followed ? 'true' : undefined}
          >
            {t('lessons.followed-only')}
          </Link>
        )}
        {tag && <FollowTag tag={tag} on={followed.includes(tag)} named />}
      </div>
    </section>
  )
}
