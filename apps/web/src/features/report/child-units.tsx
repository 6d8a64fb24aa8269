import type { UnitReport } from '@chorus/contracts/report'
import { Link } from '@tanstack/react-router'
import { showInterval, showMean } from '../../lib/format/figures.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Sparkline } from '../../ui/chart/sparkline.tsx'
import type { Range } from '../../ui/chart/trend-geometry.ts'
import { chartPoints, pointAt, sharedDomain } from './chart-points.ts'
import { Moved } from './verdict.tsx'

type Child = UnitReport['children'][number]

/** The units below as small multiples: same axis, same order, so that they can be compared by eye. */
export function ChildUnits({ report }: { report: UnitReport }) {
  const { t } = useTexts()
  if (report.children.length === 0) return null
  const domains = new Map(
    report.scales.map((scale) => {
      const sets = report.children.flatMap((child) =>
        child.scales.filter(({ id }) => id === scale.id).map((trend) => chartPoints(trend, report.waves)),
      )
      return [scale.id, sharedDomain(sets, scale.min, scale.max)]
    }),
  )
  return (
    <section className="stack" aria-labelledby="report-children">
      <h2 id="report-children">{t('report.children', { unit: groupName(report.unit.name, t) })}</h2>
      <p className="small soft">{t('report.children-words')}</p>
      <ul className="children">
        {report.children.map((child) => (
          <ChildCard key={child.unit.id} child={child} waves={report.waves} domains={domains} />
        ))}
      </ul>
    </section>
  )
}

function ChildCard({
  child,
  waves,
  domains,
}: {
  child: Child
  waves: UnitReport['waves']
  domains: ReadonlyMap<string, Range>
}) {
  const { t, locale } = useTexts()
  return (
    <li className="child">
      <h3>
        <Link to="/reports/$unit" params={{ unit: child.unit.id }}>
          {groupName(child.unit.name, t)}
        </Link>
        {child.hasChildren && <span className="small soft child-more">{t('report.has-children')}</span>}
      </h3>
      <dl>
        {child.scales.map((scale) => (
          <div key={scale.id} className="child-scale">
            <dt>{localised(scale.name, locale).text}</dt>
            <dd className="child-figure">
              <LatestFigure scale={scale} wave={waves.at(-1)?.id} />
            </dd>
            <dd aria-hidden="true">
              <Sparkline
                points={chartPoints(scale, waves)}
                domain={domains.get(scale.id) ?? { lo: scale.min, hi: scale.max }}
              />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}

function LatestFigure({ scale, wave }: { scale: Child['scales'][number]; wave: string | undefined }) {
  const { t, locale } = useTexts()
  const point = wave === undefined ? undefined : pointAt(scale, wave)
  if (point?.status !== 'published') return <span className="soft">{t('report.protected')}</span>
  return (
    <>
      <strong>{showMean(point.mean, scale, t, locale)}</strong>
      {point.interval && <span className="small soft"> {showInterval(point.interval, locale)}</span>}
      {point.change && (
        <>
          {' '}
          <Moved change={point.change} />
        </>
      )}
      {scale.position && scale.position.word !== 'alike' && scale.position.word !== 'middle' && (
        <span className="small soft child-more">{t(`report.position-short.${scale.position.word}`)}</span>
      )}
    </>
  )
}
