import type { Driver, OrganisationStatistics } from '@chorus/contracts/organisation-statistics'
import type { OrganisationReport } from '@chorus/contracts/report'
import { showCount } from '../../../lib/format/figures.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { DriversTable } from './drivers-table.tsx'
import { showTwo, showWhole } from './in-words.ts'
import { nameOf } from './name-of.ts'

type Props = { drivers: OrganisationStatistics['drivers']; report: OrganisationReport }

/** What engagement goes along with, most first: in words and as bars, with the weights behind it. */
export function DriversCard({ drivers, report }: Props) {
  const { t, locale } = useTexts()
  const title = <h3 id="drivers">{t('reliability.drivers')}</h3>
  if ('absent' in drivers)
    return (
      <Card labelledBy="drivers">
        {title}
        <p>{t(`reliability.why.${drivers.absent}`, report.needs)}</p>
      </Card>
    )
  const words = {
    share: showWhole(drivers.rSquared, locale),
    outcome: localised(nameOf(drivers.outcome, report), locale).text,
    n: showCount(drivers.n, locale),
  }
  const inOrder = drivers.scales.toSorted((a, b) => b.weight - a.weight)
  const explained = inOrder.reduce((sum, { weight }) => sum + weight, 0)
  return (
    <Card labelledBy="drivers">
      {title}
      <p>{t('reliability.drivers-words', words)}</p>
      <ul className="drivers">
        {inOrder.map((driver) => (
          <DriverBar key={driver.scale} driver={driver} explained={explained} report={report} />
        ))}
      </ul>
      <Disclosure summary={t('reliability.drivers-table')}>
        <DriversTable drivers={inOrder} report={report} />
        <p className="small soft">{t('reliability.floor-words')}</p>
      </Disclosure>
    </Card>
  )
}

/** @param explained sum of all weights */
function DriverBar({
  driver,
  explained,
  report,
}: {
  driver: Driver
  explained: number
  report: OrganisationReport
}) {
  const { t, locale } = useTexts()
  const { scale, weight, interval, aboveRandom, direction } = driver
  const share = explained > 0 ? weight / explained : 0
  const value = showTwo(weight, locale)
  const above = aboveRandom !== null && aboveRandom.lo > 0
  return (
    <li className={above ? 'driver' : 'driver is-unsure'}>
      <p className="driver-name">
        <span>{localised(nameOf(scale, report), locale).text}</span>{' '}
        <span className="driver-chip">
          {t(
            aboveRandom === null
              ? 'reliability.driver-unknown'
              : above
                ? 'reliability.driver-above'
                : 'reliability.driver-level',
          )}
        </span>
      </p>
      <div className="driver-bar" aria-hidden="true">
        <span style={{ inlineSize: `${Math.round(share * 100)}%` }} />
      </div>
      <p className="small soft">
        {[
          t('reliability.driver-bar', { share: showWhole(share, locale) }),
          interval
            ? t('reliability.driver-interval', {
                value,
                lo: showTwo(interval.lo, locale),
                hi: showTwo(interval.hi, locale),
              })
            : t('reliability.driver-value', { value }),
          ...(direction === 'negative' ? [t('reliability.driver-against')] : []),
        ].join(' · ')}
      </p>
    </li>
  )
}
