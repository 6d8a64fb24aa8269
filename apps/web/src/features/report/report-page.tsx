import type { Figure } from '@chorus/contracts/publish'
import type { UnitReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { showCount, showRate } from '../../lib/format/figures.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { unitReportQuery } from './api/unit-report.ts'
import { Breadcrumb } from './breadcrumb.tsx'
import { ChildUnits } from './child-units.tsx'
import { ClimateMapCard } from './climate-map-card.tsx'
import { Comments } from './comments.tsx'
import { Downloads } from './downloads.tsx'
import { GuideLink } from './guide/guide-link.tsx'
import { headlineClauses, headlineSentence } from './headline.ts'
import { HowJudged } from './how-judged.tsx'
import { OtherScales } from './other-scales.tsx'
import { Participation } from './participation.tsx'
import { ProtectedNow } from './protected-now.tsx'
import { ReportNav } from './report-nav.tsx'
import { ScaleCard } from './scale-card.tsx'
import { UnitPast } from './unit-past.tsx'
import { UnitPicker } from './unit-picker.tsx'
import { WhyProtected } from './why-protected.tsx'
import { WhySteps } from './why-steps.tsx'
import './report-page.css'

type Given = {
  readonly seesWhole: boolean
  /** Comments are written to whoever leads the unit, and to HR. */
  readonly seesComments: (report: UnitReport) => boolean
  /** What the unit does about it. */
  readonly actionsOf: (report: UnitReport) => ReactNode
}

/** The climate of one unit over the waves, and where to look below it. */
export function ReportPage({ unit, ...given }: Given & { unit: string }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(unitReportQuery(unit))} title={t('report.title')}>
      {(report) => <Report report={report} {...given} />}
    </Loaded>
  )
}

function Report({ report, seesWhole, seesComments, actionsOf }: Given & { report: UnitReport }) {
  const { t, locale } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <ReportNav here="units" seesWhole={seesWhole} />
        <div className="report-way">
          <Breadcrumb path={report.path} />
          <UnitPicker current={report.unit.id} />
        </div>
        <PageTitle title={groupName(report.unit.name, t)} />
        <p className="report-headline">{headlineSentence(headlineClauses(report.scales), t, locale)}</p>
        <LatestWave report={report} />
        <p>
          <GuideLink unit={report.unit.id} />
        </p>
      </div>
      <UnitPast report={report} />
      <ProtectedNow report={report} />
      {report.scales.map((scale) => (
        <ScaleCard key={scale.id} scale={scale} report={report} />
      ))}
      {actionsOf(report)}
      {report.map && <ClimateMapCard map={report.map} report={report} />}
      <OtherScales report={report} />
      {seesComments(report) && <Comments key={report.unit.id} unit={report.unit.id} waves={report.waves} />}
      <ChildUnits report={report} />
      <Participation waves={report.waves} />
      <div className="stack">
        <HowJudged report={report} />
        <WhySteps />
        <WhyProtected k={report.k} />
        <Downloads unit={report.unit.id} seesWhole={seesWhole} />
        {seesWhole && (
          <Link to="/reports/organisation" hash="statistics">
            {t('reliability.link')}
          </Link>
        )}
      </div>
    </div>
  )
}

function LatestWave({ report }: { report: UnitReport }) {
  const { t, locale } = useTexts()
  const wave = report.waves.at(-1)
  if (!wave) return null
  const words = { wave: wave.label, day: showDay(wave.closed, locale) }
  const answersOf = (people: Figure, rate: Figure | null) => {
    const n = showCount(people, locale)
    return rate === null
      ? t('report.latest-count', { n })
      : t('report.latest-answers', { n, share: showRate(rate, t, locale) })
  }
  return (
    <p className="soft">
      {t('report.latest', words)} {wave.n !== null && answersOf(wave.n, wave.responseRate)}
    </p>
  )
}
