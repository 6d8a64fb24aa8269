import { ModerationPage } from '../features/moderation/moderation-page.tsx'
import { NotificationsPage } from '../features/notifications/notifications-page.tsx'
import { MyDigest } from '../features/reminders/my-digest.tsx'
import { ForRoles } from './for-roles.tsx'
import { linkToNotified } from './notified-link.tsx'
import { linkToSubject } from './subject-link.tsx'

export function NotificationsRoute() {
  return (
    <NotificationsPage linkTo={linkToNotified}>
      <MyDigest />
    </NotificationsPage>
  )
}

export function ModerationRoute() {
  return (
    <ForRoles roles={['hr']}>
      <ModerationPage linkTo={linkToSubject} />
    </ForRoles>
  )
}
