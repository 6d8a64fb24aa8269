import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { organisationOverviewQuery } from '../api/organisation-overview.ts'
import { Participation } from '../participation.tsx'
import { StatisticsBlock } from '../reliability/statistics-block.tsx'
import { ReportNav } from '../report-nav.tsx'
import { CutsCard } from './cuts-card.tsx'
import { OthersCard } from './others-card.tsx'
import { ShiftsCard } from './shifts-card.tsx'
import { WithoutResultCard } from './without-result-card.tsx'
import '../report-page.css'

/**
 * The whole organisation, for HR: where something moved, what is not shown and why, and what belongs to the organisation alone.
 * @param openWave what may be said of a wave that is still open; it comes from another part of the product
 */
export function OrganisationPage({ openWave }: { openWave: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(organisationOverviewQuery)} title={t('overview.title')}>
      {(overview) => (
        <div className="stack stack-wide">
          <Head overview={overview} />
          <ShiftsCard overview={overview} />
          <Participation waves={overview.waves}>{openWave}</Participation>
          {overview.cuts.map((cut) => (
            <CutsCard key={cut.attributes.join('\n')} cut={cut} overview={overview} />
          ))}
          <OthersCard overview={overview} />
          <WithoutResultCard overview={overview} />
          <StatisticsBlock />
        </div>
      )}
    </Loaded>
  )
}

function Head({ overview: { waves } }: { overview: OrganisationOverview }) {
  const { t, locale } = useTexts()
  const newest = waves.at(-1)
  return (
    <div className="stack">
      <ReportNav here="organisation" seesWhole />
      <PageTitle title={t('overview.title')} />
      {newest && (
        <p className="soft">
          {t('report.latest', { wave: newest.label, day: showDay(newest.closed, locale) })}
        </p>
      )}
    </div>
  )
}
