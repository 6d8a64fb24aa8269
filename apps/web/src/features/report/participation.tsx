import type { UnitReport } from '@chorus/contracts/report'
import { middleOf, showCount, showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'

/** How many took part in each wave, where that may be shown. */
export function Participation({ waves }: { waves: UnitReport['waves'] }) {
  const { t, locale } = useTexts()
  return (
    <Card labelledBy="report-participation">
      <h2 id="report-participation">{t('report.participation')}</h2>
      <ol className="shares">
        {waves.toReversed().map((wave) => (
          <li key={wave.id}>
            <span>{wave.label}</span>
            <ShareBar share={wave.responseRate === null ? null : middleOf(wave.responseRate)} />
            <span className="shares-words">
              {wave.responseRate === null || wave.n === null
                ? t('report.protected')
                : t('report.share', {
                    share: showShare(wave.responseRate, locale),
                    n: showCount(wave.n, locale),
                  })}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  )
}

function ShareBar({ share }: { share: number | null }) {
  return (
    <svg className="share-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      <rect className="share-ground" width="100" height="8" />
      {share !== null && <rect className="share-fill" width={Math.min(1, share) * 100} height="8" />}
    </svg>
  )
}
