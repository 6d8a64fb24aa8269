import { useEffect } from 'react'
import { ActionsBrief } from '../features/actions/actions-brief.tsx'
import { collectTicketsQuietly } from '../features/concern/collect-quietly.ts'
import { HomePage } from '../features/home/home-page.tsx'
import { SettingsPage } from '../features/home/settings-page.tsx'
import { MyClimate } from '../features/report/my-climate/my-climate.tsx'
import { WelcomeOffer } from '../features/welcome/welcome-offer.tsx'
import { resumeSending } from './resume-sending.ts'
import { useSession } from './session.ts'

export function HomeRoute() {
  const session = useSession()
  const { id } = session.person
  useEffect(() => void resumeSending(id), [id])
  useEffect(() => void collectTicketsQuietly(id), [id])
  return (
    <HomePage session={session}>
      <WelcomeOffer />
      <MyClimate session={session} actionsOf={(unit, since) => <ActionsBrief unit={unit} since={since} />} />
    </HomePage>
  )
}

export function SettingsRoute() {
  return <SettingsPage session={useSession()} />
}
