import type { OrganisationOverview } from '@chorus/contracts/report-across-units'
import { Link } from '@tanstack/react-router'
import { showDifference, showShare } from '../../../lib/format/figures.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { VerdictChip } from '../verdict.tsx'
import { LeftOutOfShifts } from './left-out.tsx'
import './overview.css'

type Found = OrganisationOverview['shifts']['found'][number]

/** Where something moved that chance does not explain, surest first, and how often that is said in vain. */
export function ShiftsCard({ overview: { shifts, scales } }: { overview: OrganisationOverview }) {
  const { t, locale } = useTexts()
  const { comparisons, signals, found, leftOut } = shifts
  const nameOf = (id: string) => localised(scales.find((scale) => scale.id === id)?.name ?? id, locale).text
  return (
    <Card labelledBy="shifts">
      <h2 id="shifts">{t('overview.shifts')}</h2>
      {found.length === 0 ? (
        <p>{t('overview.shifts-none')}</p>
      ) : (
        <>
          <p className="small soft">{t('overview.shifts-order')}</p>
          <ol className="shifts">
            {found.map((one) => (
              <li key={`${one.unit.id} ${one.scale}`}>
                <p>
                  <Link to="/reports/$unit" params={{ unit: one.unit.id }}>
                    {groupName(one.unit.name, t)}
                  </Link>
                  <span className="small soft">{nameOf(one.scale)}</span>
                </p>
                <div className="stack stack-tight">
                  <Change change={one.change} />
                  <Unusual signals={one.signals} />
                </div>
              </li>
            ))}
          </ol>
        </>
      )}
      <LeftOutOfShifts leftOut={leftOut} scales={scales} />
      <p className="small soft measure">
        {t('across.judged', {
          made: comparisons.made,
          share: showShare(comparisons.falseShare, t, locale),
        })}
      </p>
      <p className="small soft measure">{t('overview.signals-false', signals)}</p>
    </Card>
  )
}

function Change({ change }: Pick<Found, 'change'>) {
  const { t, locale } = useTexts()
  if (!change) return null
  return (
    <p>
      <VerdictChip verdict={change.verdict} />{' '}
      {change.difference !== null && showDifference(change.difference, locale)}{' '}
      <span className="small soft">{t('overview.since', { wave: change.since })}</span>
    </p>
  )
}

function Unusual({ signals }: Pick<Found, 'signals'>) {
  const { t, locale } = useTexts()
  if (signals?.status !== 'judged' || signals.side === null) return null
  const why = new Intl.ListFormat(locale, { type: 'conjunction' }).format(
    signals.signals.map((signal) => t(`report.signal.${signal}`)),
  )
  return (
    <p className="small">
      {t(signals.side === 'above' ? 'report.signal-above' : 'report.signal-below', { why })}
    </p>
  )
}
