import type { UnitReport } from '@chorus/contracts/report'
import { Link } from '@tanstack/react-router'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

export function Breadcrumb({ path }: { path: UnitReport['path'] }) {
  const { t } = useTexts()
  if (path.length === 0) return <span />
  return (
    <nav aria-label={t('report.way')}>
      <ol className="breadcrumb">
        {path.map((unit) => (
          <li key={unit.id}>
            <Link to="/reports/$unit" params={{ unit: unit.id }}>
              {groupName(unit.name, t)}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
