import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { AnswersToComments } from '../features/replies/answers-to-comments.tsx'
import { StoredPage } from '../features/stored/stored-page.tsx'

export function ReceiptsRoute() {
  return <ReceiptsPage answers={<AnswersToComments />} />
}

export function StoredRoute() {
  return <StoredPage />
}
