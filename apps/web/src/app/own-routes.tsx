import { useParams } from '@tanstack/react-router'
import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { MyReminders } from '../features/reminders/my-reminders.tsx'
import { RemindersPage } from '../features/reminders/reminders-page.tsx'
import { AnswersToComments } from '../features/replies/answers-to-comments.tsx'
import { SessionsPage } from '../features/sessions/sessions-page.tsx'
import { StoredPage } from '../features/stored/stored-page.tsx'
import { WrittenSection } from '../features/written/written-section.tsx'
import { ownCommentsIn } from '../lib/device/own-comments.ts'
import { useSession } from './session.ts'
import { linkToSubject } from './subject-link.tsx'

export function ReceiptsRoute() {
  const wrote = ownCommentsIn().all().length > 0
  return <ReceiptsPage answers={<AnswersToComments />} answersFirst={wrote} />
}

export function StoredRoute() {
  return (
    <StoredPage>
      <WrittenSection linkTo={linkToSubject} />
      <MyReminders />
    </StoredPage>
  )
}

export function RemindersRoute() {
  const { token } = useParams({ from: '/reminders/$token' })
  return <RemindersPage token={token} />
}

export function SessionsRoute() {
  const { roles } = useSession()
  return <SessionsPage forOthers={roles.includes('hr') || roles.includes('administrator')} />
}
