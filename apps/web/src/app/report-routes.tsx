import { useParams } from '@tanstack/react-router'
import { ReportPage } from '../features/report/report-page.tsx'
import { ReportsPage } from '../features/report/reports-page.tsx'
import { ForRoles } from './for-roles.tsx'

export function ReportsRoute() {
  return (
    <ForRoles roles={['manager', 'hr']}>
      <ReportsPage />
    </ForRoles>
  )
}

export function ReportRoute() {
  const { unit } = useParams({ from: '/signed-in/reports/$unit' })
  return (
    <ForRoles roles={['manager', 'hr']}>
      <ReportPage key={unit} unit={unit} />
    </ForRoles>
  )
}
