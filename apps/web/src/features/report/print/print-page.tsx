import type { UnitReport } from '@chorus/contracts/report'
import { useQueries, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Loading } from '../../../ui/loading.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { unitReportQuery } from '../api/unit-report.ts'
import { reportableUnitsQuery } from '../api/units.ts'
import { PrintSheet } from './print-sheet.tsx'
import { unitsToPrint } from './units-to-print.ts'
import './print.css'

/** Each unit is asked for on its own, and each look is noted in the audit trail. */
const mostSheets = 100

/** A unit and all below it, one page of paper each. */
export function PrintPage({ unit }: { unit: string }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(reportableUnitsQuery)} title={t('report.title')}>
      {({ units }) => {
        const printed = unitsToPrint(units, unit)
        const [top] = printed
        return top ? <Sheets top={top} units={printed.map(({ id }) => id)} /> : <UnknownUnit />
      }}
    </Loaded>
  )
}

function Sheets({ top, units }: { top: { id: string; name: string }; units: readonly string[] }) {
  const { t } = useTexts()
  const tooMany = units.length > mostSheets
  const queries = useQueries({ queries: tooMany ? [] : units.map(unitReportQuery) })
  const reports = queries.map(({ data }) => data).filter((data): data is UnitReport => data !== undefined)
  const failed = queries.find(({ error }) => error)
  const complete = reports.length === units.length
  return (
    <div className="stack stack-wide">
      <div className="print-hidden stack">
        <PageTitle title={t('exports.print-title', { unit: groupName(top.name, t) })} />
        <p className="soft">{t('exports.print-pages', { count: units.length })}</p>
        {tooMany ? (
          <Notice tone="problem">
            <p>{t('exports.print-many', { most: mostSheets })}</p>
          </Notice>
        ) : (
          <div className="row">
            <Button look="main" busy={!complete} onClick={() => window.print()}>
              {t(complete || failed ? 'exports.print' : 'shared.working')}
            </Button>
            <Link to="/reports/$unit" params={{ unit: top.id }}>
              {t('exports.print-back')}
            </Link>
          </div>
        )}
        {failed && <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      </div>
      {complete
        ? reports.map((report) => <PrintSheet key={report.unit.id} report={report} />)
        : !failed && !tooMany && <Loading />}
    </div>
  )
}

function UnknownUnit() {
  const { t } = useTexts()
  return (
    <div className="stack">
      <PageTitle title={t('report.title')} />
      <Notice tone="problem">
        <p>{t('problem.unknown-unit')}</p>
      </Notice>
    </div>
  )
}
