import { useEffect } from 'react'
import { HomePage } from '../features/home/home-page.tsx'
import { resumeSending } from './resume-sending.ts'
import { useSession } from './session.ts'

export function HomeRoute() {
  const session = useSession()
  const { id } = session.person
  useEffect(() => void resumeSending(id), [id])
  return <HomePage session={session} />
}
