import { Link, type LinkProps } from '@tanstack/react-router'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import './report-nav.css'

type Way = 'units' | 'heatmap' | 'map' | 'organisation'

const ways: readonly { way: Way; to: NonNullable<LinkProps['to']>; label: MessageId }[] = [
  { way: 'units', to: '/reports', label: 'across.units' },
  { way: 'heatmap', to: '/reports/heatmap', label: 'across.heatmap' },
  { way: 'map', to: '/reports/map', label: 'across.map' },
  { way: 'organisation', to: '/reports/organisation', label: 'across.organisation' },
]

/** The ways to look at results: one unit after the other, all at once, or the whole. */
export function ReportNav({ here, seesWhole }: { here: Way; seesWhole: boolean }) {
  const { t } = useTexts()
  return (
    <nav className="report-nav" aria-label={t('across.nav')}>
      {ways
        .filter(({ way }) => seesWhole || way !== 'organisation')
        .map(({ way, to, label }) => (
          <Link
            key={way}
            to={to}
            activeOptions={{ exact: true }}
            aria-current={way === here ? 'page' : undefined}
          >
            {t(label)}
          </Link>
        ))}
    </nav>
  )
}
