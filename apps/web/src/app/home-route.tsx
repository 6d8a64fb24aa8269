import { HomePage } from '../features/home/home-page.tsx'
import { useSession } from './session.ts'

export function HomeRoute() {
  return <HomePage session={useSession()} />
}
