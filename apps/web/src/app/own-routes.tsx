import { ReceiptsPage } from '../features/receipts/receipts-page.tsx'
import { StoredPage } from '../features/stored/stored-page.tsx'

export function ReceiptsRoute() {
  return <ReceiptsPage />
}

export function StoredRoute() {
  return <StoredPage />
}
