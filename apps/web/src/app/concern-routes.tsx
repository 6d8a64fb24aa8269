import { useParams } from '@tanstack/react-router'
import { ConcernAnswersPage } from '../features/concern/answers-page.tsx'
import { ConcernPage } from '../features/concern/concern-page.tsx'
import { ConcernsPage } from '../features/concerns/concerns-page.tsx'
import { WaitingChanges } from '../features/rules/waiting-changes.tsx'
import { TrustedPersonsPage } from '../features/trusted-persons/trusted-persons-page.tsx'
import { ForRoles } from './for-roles.tsx'
import { LearningNav } from './learning-nav.tsx'
import { useSession } from './session.ts'

export function ConcernRoute() {
  const { person } = useSession()
  return (
    <>
      <LearningNav />
      <ConcernPage key={person.id} person={person.id} />
    </>
  )
}

export function ConcernAnswersRoute() {
  const { organisation } = useParams({ from: '/concern/$organisation' })
  return <ConcernAnswersPage key={organisation} organisation={organisation} />
}

export function ConcernsRoute() {
  return (
    <>
      <LearningNav />
      <ConcernsPage />
    </>
  )
}

export function TrustedPersonsRoute() {
  return (
    <ForRoles roles={['hr']}>
      <TrustedPersonsPage>
        <WaitingChanges />
      </TrustedPersonsPage>
    </ForRoles>
  )
}
