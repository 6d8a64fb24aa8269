import type { Review } from '@chorus/contracts/reviews'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** What the unit does about a review, with who takes care of it and by when. */
export function ReviewActions({ actions }: { actions: Review['actions'] }) {
  const { t, locale } = useTexts()
  if (actions.length === 0) return <p className="soft">{t('reviews.no-actions')}</p>
  return (
    <ul className="review-list">
      {actions.map(({ id, title, owner, due, state }) => (
        <li key={id}>
          <span dir="auto">{title}</span>
          <span className="small soft">
            {' · '}
            {t('reviews.action-facts', { name: owner.name, day: showDay(due, locale) })}
            {state === 'done' && ` · ${t('actions.state.done')}`}
          </span>
        </li>
      ))}
    </ul>
  )
}
