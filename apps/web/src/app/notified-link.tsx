import type { Notification } from '@chorus/contracts/commons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { linkToSubject } from './subject-link.tsx'

/** A link to what a notification is about: to what can be read by others, or to the page of feedback, which has no title. @param onFollow told when it is followed */
export function linkToNotified(
  { kind, id, title }: NonNullable<Notification['about']>,
  onFollow: () => void,
): ReactNode {
  return kind === 'feedback' ? (
    <FeedbackLink onFollow={onFollow} />
  ) : (
    linkToSubject({ kind, id, title }, onFollow)
  )
}

function FeedbackLink({ onFollow }: { onFollow: () => void }) {
  const { t } = useTexts()
  return (
    <Link to="/feedback" onClick={onFollow}>
      {t('feedback.title')}
    </Link>
  )
}
