import type { UnitReport } from '@chorus/contracts/report'
import { Link } from '@tanstack/react-router'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import type { Range } from '../../ui/chart/trend-geometry.ts'
import { chartPoints, sharedDomain } from './chart-points.ts'
import { ScaleLines } from './scale-lines.tsx'

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
  const { t } = useTexts()
  return (
    <li className="child">
      <h3>
        <Link to="/reports/$unit" params={{ unit: child.unit.id }}>
          {groupName(child.unit.name, t)}
        </Link>
        {child.hasChildren && <span className="small soft child-more">{t('report.has-children')}</span>}
      </h3>
      <ScaleLines scales={child.scales} waves={waves} domains={domains} />
    </li>
  )
}
