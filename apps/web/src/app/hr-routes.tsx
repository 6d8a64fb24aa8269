import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { ChannelsPage } from '../features/channels/channels-page.tsx'
import { DelegationPage } from '../features/delegation/delegation-page.tsx'
import { InstrumentPage } from '../features/instruments/instrument-page.tsx'
import { InstrumentsPage } from '../features/instruments/instruments-page.tsx'
import { JobsPage } from '../features/jobs/jobs-page.tsx'
import { ImportCard } from '../features/organisation/import/import-card.tsx'
import { OrganisationPage } from '../features/organisation/organisation-page.tsx'
import { PaperPage } from '../features/paper/paper-page.tsx'
import { PeoplePage } from '../features/people/people-page.tsx'
import { PostersPage } from '../features/posters/posters-page.tsx'
import { HistoryPage } from '../features/programmes/history/history-page.tsx'
import { ProgrammesPage } from '../features/programmes/programmes-page.tsx'
import { RightsPage } from '../features/rights/rights-page.tsx'
import { WaitingChanges } from '../features/rules/waiting-changes.tsx'
import { ScimPage } from '../features/scim/scim-page.tsx'
import { setUpQuery } from '../features/set-up/api/set-up.ts'
import { RhythmPage } from '../features/set-up/rhythm-page.tsx'
import { SetUpPage } from '../features/set-up/set-up-page.tsx'
import { ForRoles } from './for-roles.tsx'
import { useSession } from './session.ts'

export function ProgrammesRoute() {
  const maySteer = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['hr', 'auditor']}>
      <ProgrammesPage maySteer={maySteer}>
        <WaitingChanges />
      </ProgrammesPage>
    </ForRoles>
  )
}

export function JobsRoute() {
  const { roles } = useSession()
  return (
    <ForRoles roles={['hr', 'administrator', 'auditor']}>
      <JobsPage maySteer={roles.includes('hr') || roles.includes('administrator')} />
    </ForRoles>
  )
}
export function RightsRoute() {
  const { person } = useSession()
  return (
    <ForRoles roles={['hr', 'administrator']}>
      <RightsPage self={person.id} />
    </ForRoles>
  )
}

export function DelegationRoute() {
  return (
    <ForRoles roles={['manager', 'stand-in', 'hr', 'part-hr']}>
      <DelegationPage />
    </ForRoles>
  )
}
export function ChannelsRoute() {
  const { roles } = useSession()
  return (
    <ForRoles roles={['hr', 'administrator']}>
      <ChannelsPage mayChangeMails={roles.includes('hr')} mayConnect={roles.includes('administrator')} />
    </ForRoles>
  )
}

export function OrganisationRoute() {
  return (
    <ForRoles roles={['hr']}>
      <OrganisationPage />
    </ForRoles>
  )
}

export function InstrumentsRoute() {
  return (
    <ForRoles roles={['hr']}>
      <InstrumentsPage />
    </ForRoles>
  )
}

export function InstrumentRoute() {
  const { instrument, version } = useParams({ from: '/signed-in/instruments/$instrument/$version' })
  return (
    <ForRoles roles={['hr']}>
      <InstrumentPage instrument={instrument} version={Number(version)} />
    </ForRoles>
  )
}

export function PaperRoute() {
  const { wave } = useParams({ from: '/signed-in/waves/$wave/paper' })
  const { organisation } = useSession()
  return (
    <ForRoles roles={['hr']}>
      <PaperPage wave={wave} organisation={organisation.name} />
    </ForRoles>
  )
}

export function HistoryRoute() {
  const { programme } = useParams({ from: '/signed-in/programmes/$programme/history' })
  return (
    <ForRoles roles={['hr']}>
      <HistoryPage key={programme} programme={programme} />
    </ForRoles>
  )
}

export function PostersRoute() {
  const { wave } = useParams({ from: '/signed-in/posters/$wave' })
  const { organisation } = useSession()
  return (
    <ForRoles roles={['hr']}>
      <PostersPage wave={wave} organisation={organisation.name} />
    </ForRoles>
  )
}

export function SetUpRoute() {
  const client = useQueryClient()
  return (
    <ForRoles roles={['hr']}>
      <SetUpPage importing={<ImportCard onImported={() => client.invalidateQueries(setUpQuery)} />} />
    </ForRoles>
  )
}
export function PeopleRoute() {
  const { roles } = useSession()
  return (
    <ForRoles roles={['hr', 'part-hr', 'administrator']}>
      <PeoplePage part={!roles.includes('hr') && !roles.includes('administrator')} />
    </ForRoles>
  )
}

export function RhythmRoute() {
  const { programme } = useParams({ from: '/signed-in/programmes/$programme/rhythm' })
  return (
    <ForRoles roles={['hr']}>
      <RhythmPage key={programme} programme={programme} />
    </ForRoles>
  )
}
export function ScimRoute() {
  return (
    <ForRoles roles={['administrator']}>
      <ScimPage>
        <WaitingChanges alone="scim" />
      </ScimPage>
    </ForRoles>
  )
}
