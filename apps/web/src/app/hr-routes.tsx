import { OrganisationPage } from '../features/organisation/organisation-page.tsx'
import { ProgrammesPage } from '../features/programmes/programmes-page.tsx'
import { ForRoles } from './for-roles.tsx'
import { useSession } from './session.ts'

export function ProgrammesRoute() {
  const maySteer = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['hr', 'auditor']}>
      <ProgrammesPage maySteer={maySteer} />
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
