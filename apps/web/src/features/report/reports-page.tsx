import { useQuery } from '@tanstack/react-query'
import { Link, Navigate } from '@tanstack/react-router'
import { codeOf } from '../../lib/api/problem.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { reportableUnitsQuery } from './api/units.ts'
import { ReportNav } from './report-nav.tsx'
import './report-page.css'

/** Where reading begins: at once in the one unit that everything lies below, else with a choice. */
export function ReportsPage({ seesWhole }: { seesWhole: boolean }) {
  const { t } = useTexts()
  const query = useQuery(reportableUnitsQuery)
  const tops = query.data?.units.filter((unit) => unit.parent === null) ?? []
  const [only] = tops
  if (only && tops.length === 1) return <Navigate to="/reports/$unit" params={{ unit: only.id }} replace />
  const nothingYet = codeOf(query.error) === 'no-release-yet' || (query.data && tops.length === 0)
  return (
    <div className="stack stack-wide">
      {tops.length > 0 && <ReportNav here="units" seesWhole={seesWhole} />}
      <PageTitle title={t('report.title')} />
      {nothingYet ? (
        <Card as="div">
          <h2>{t('report.nothing')}</h2>
          <p className="soft">{t('report.nothing-words')}</p>
        </Card>
      ) : (
        <Loaded query={query}>
          {() => (
            <ul className="stack">
              {tops.map((unit) => (
                <li key={unit.id}>
                  <Link to="/reports/$unit" params={{ unit: unit.id }}>
                    {groupName(unit.name, t)}
                  </Link>
                </li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
    </div>
  )
}
