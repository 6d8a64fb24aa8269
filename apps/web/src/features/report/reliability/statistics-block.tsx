import type { OrganisationReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { showDay } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { organisationReportQuery } from '../api/organisation-report.ts'
import { BenchmarkCard } from './benchmark-card.tsx'
import { DriversCard } from './drivers-card.tsx'
import { ScaleFiguresCard } from './scale-figures-card.tsx'
import './reliability.css'

/** For HR: how well the scales measure in the whole organisation, and what engagement goes along with. */
export function ReliabilityPage() {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(organisationReportQuery)} title={t('reliability.title')}>
      {(report) => <Reliability report={report} />}
    </Loaded>
  )
}

function Reliability({ report }: { report: OrganisationReport }) {
  const { t, locale } = useTexts()
  const { wave, statistics, needs } = report
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('reliability.title')} />
        <p className="soft">
          {t('reliability.lead', { wave: wave.label, day: showDay(wave.closed, locale) })}
        </p>
      </div>
      {statistics === null ? (
        <Card as="div">
          <p>{t('reliability.none')}</p>
        </Card>
      ) : (
        <>
          <DriversCard drivers={statistics.drivers} report={report} />
          {statistics.scales.map((scale) => (
            <ScaleFiguresCard key={scale.scale} scale={scale} report={report} />
          ))}
          <BenchmarkCard />
          <Disclosure summary={t('reliability.safe')}>
            <p>{t('reliability.safe-words', needs)}</p>
          </Disclosure>
        </>
      )}
    </div>
  )
}
