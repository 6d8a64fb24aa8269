import type { OrganisationReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { organisationReportQuery } from '../api/organisation-report.ts'
import { BenchmarkCard } from './benchmark-card.tsx'
import { DriversCard } from './drivers-card.tsx'
import { ScaleFiguresCard } from './scale-figures-card.tsx'
import './reliability.css'

/** How well the scales measure in the whole organisation, and what engagement goes along with. */
export function StatisticsBlock() {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  // The page is there only after its figures have come: too late for the browser to find the place that the address names.
  useEffect(() => {
    if (window.location.hash === '#statistics') heading.current?.scrollIntoView()
  }, [])
  return (
    <section className="stack stack-wide" aria-labelledby="statistics">
      <h2 id="statistics" ref={heading}>
        {t('reliability.title')}
      </h2>
      <Loaded query={useQuery(organisationReportQuery)}>{(report) => <Figures report={report} />}</Loaded>
    </section>
  )
}

function Figures({ report }: { report: OrganisationReport }) {
  const { t, locale } = useTexts()
  const { wave, statistics, needs } = report
  return (
    <>
      <p className="soft">{t('reliability.lead', { wave: wave.label, day: showDay(wave.closed, locale) })}</p>
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
    </>
  )
}
