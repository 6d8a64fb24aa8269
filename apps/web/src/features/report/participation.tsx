import type { Band } from '@chorus/contracts/publish'
import type { UnitReport } from '@chorus/contracts/report'
import type { ReactNode } from 'react'
import { bandOf, showCount, showRate } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'

type Wave = Omit<UnitReport['waves'][number], 'comments'>

/**
 * How many took part in each wave, where that may be shown.
 * @param children what may be said of a wave that is still open
 */
export function Participation({ waves, children }: { waves: readonly Wave[]; children?: ReactNode }) {
  const { t } = useTexts()
  return (
    <Card labelledBy="report-participation">
      <h2 id="report-participation">{t('report.participation')}</h2>
      {children}
      <ol className="shares">
        {waves.toReversed().map((wave) => (
          <li key={wave.id}>
            <span>
              {wave.label}
              {wave.imported && (
                <span className="small soft shares-source">{t('report.source-imported')}</span>
              )}
            </span>
            <ShareBar rate={wave.responseRate === null ? null : bandOf(wave.responseRate)} />
            <span className="shares-words">
              <Words wave={wave} />
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Words({ wave: { n, responseRate } }: { wave: Wave }) {
  const { t, locale } = useTexts()
  if (n === null) return t('report.protected')
  const people = showCount(n, locale)
  return responseRate === null
    ? t('report.share-count', { n: people })
    : t('report.share', { share: showRate(responseRate, t, locale), n: people })
}

/** Full as far as the rate reaches at least, pale as far as it may. */
function ShareBar({ rate }: { rate: Band | null }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-ground" width="100" height="8" />
      {rate && <rect className="share-may" width={rate.hi * 100} height="8" />}
      {rate && <rect className="share-fill" width={rate.lo * 100} height="8" />}
    </svg>
  )
}
