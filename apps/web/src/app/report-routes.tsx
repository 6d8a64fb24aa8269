import { useParams } from '@tanstack/react-router'
import { ReliabilityPage } from '../features/report/reliability/reliability-page.tsx'
import { ReportPage } from '../features/report/report-page.tsx'
import { ReportsPage } from '../features/report/reports-page.tsx'
import { ForRoles } from './for-roles.tsx'
import { useSession } from './session.ts'

export function ReportsRoute() {
  return (
    <ForRoles roles={['manager', 'hr']}>
      <ReportsPage />
    </ForRoles>
  )
}

export function ReportRoute() {
  const { unit } = useParams({ from: '/signed-in/reports/$unit' })
  const seesWhole = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['manager', 'hr']}>
      <ReportPage key={unit} unit={unit} seesWhole={seesWhole} />
    </ForRoles>
  )
}

export function ReliabilityRoute() {
  return (
    <ForRoles roles={['hr']}>
      <ReliabilityPage />
    </ForRoles>
  )
}
