import type { UnitReport } from '@chorus/contracts/report'
import { Navigate, useParams } from '@tanstack/react-router'
import { ActionsCard } from '../features/actions/actions-card.tsx'
import { AddFromTalk } from '../features/actions/add-from-talk.tsx'
import { AgreementCard } from '../features/agreement/agreement-card.tsx'
import { OpenWaveParticipation } from '../features/programmes/open-wave-participation.tsx'
import { UnitSummaries } from '../features/reflections/unit-summaries.tsx'
import { GuidePage } from '../features/report/guide/guide-page.tsx'
import { HeatmapPage } from '../features/report/heatmap/heatmap-page.tsx'
import { OrganisationPage } from '../features/report/overview/organisation-page.tsx'
import { PrintPage } from '../features/report/print/print-page.tsx'
import { ReportPage } from '../features/report/report-page.tsx'
import { ReportsPage } from '../features/report/reports-page.tsx'
import { UnitsMapPage } from '../features/report/units-map/units-map-page.tsx'
import { TokensPage } from '../features/tokens/tokens-page.tsx'
import { ForRoles } from './for-roles.tsx'
import { useSession } from './session.ts'

export function ReportsRoute() {
  const seesWhole = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['manager', 'stand-in', 'hr', 'part-hr']}>
      <ReportsPage seesWhole={seesWhole} />
    </ForRoles>
  )
}

export function ReportRoute() {
  const { unit } = useParams({ from: '/signed-in/reports/$unit' })
  const { roles, leads } = useSession()
  const seesWhole = roles.includes('hr')
  const led = new Set<string>(leads.map(({ id }) => id))
  return (
    <ReportPage
      key={unit}
      unit={unit}
      seesWhole={seesWhole}
      seesComments={(report) => seesWhole || [...report.path, report.unit].some(({ id }) => led.has(id))}
      actionsOf={(report) => (
        <>
          <ActionsCard unit={report.unit.id} answers={resultsOf(report)} />
          <UnitSummaries unit={report.unit.id} />
          <AgreementCard unit={report.unit.id} />
        </>
      )}
    />
  )
}

export function HeatmapRoute() {
  const seesWhole = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['manager', 'stand-in', 'hr', 'part-hr']}>
      <HeatmapPage seesWhole={seesWhole} />
    </ForRoles>
  )
}

export function GuideRoute() {
  const { unit } = useParams({ from: '/signed-in/reports/$unit/guide' })
  return (
    <GuidePage
      key={unit}
      unit={unit}
      afterQuestion={(question) => <AddFromTalk unit={unit} question={question.words} draft={question} />}
    />
  )
}

export function UnitsMapRoute() {
  const seesWhole = useSession().roles.includes('hr')
  return (
    <ForRoles roles={['manager', 'stand-in', 'hr', 'part-hr']}>
      <UnitsMapPage seesWhole={seesWhole} />
    </ForRoles>
  )
}

/** What an action can answer: each scale of the newest wave. */
function resultsOf({ waves, scales }: UnitReport) {
  const newest = waves.at(-1)
  return newest
    ? scales.map(({ id, name }) => ({ wave: newest.id, label: newest.label, scale: id, name }))
    : []
}

export function TokensRoute() {
  return (
    <ForRoles roles={['manager', 'hr', 'part-hr']}>
      <TokensPage />
    </ForRoles>
  )
}

export function PrintRoute() {
  const { unit } = useParams({ from: '/signed-in/print/$unit' })
  return (
    <ForRoles roles={['manager', 'stand-in', 'hr', 'part-hr']}>
      <PrintPage key={unit} unit={unit} />
    </ForRoles>
  )
}

export function OrganisationReportRoute() {
  return (
    <ForRoles roles={['hr']}>
      <OrganisationPage openWave={<OpenWaveParticipation />} />
    </ForRoles>
  )
}

/** Where these figures stood by themselves once: links to it stay good. */
export function ReliabilityRoute() {
  return <Navigate to="/reports/organisation" hash="statistics" replace />
}
