import type { Notification } from '@chorus/contracts/commons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { linkToSubject } from './subject-link.tsx'

/** A link to what a notification is about: to what can be read by others, or to the page of feedback, which has no title. */
export function linkToNotified({ kind, id, title }: NonNullable<Notification['about']>): ReactNode {
  return kind === 'feedback' ? <FeedbackLink /> : linkToSubject({ kind, id, title })
}

function FeedbackLink() {
  const { t } = useTexts()
  return <Link to="/feedback">{t('feedback.title')}</Link>
}
