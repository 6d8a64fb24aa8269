import type { Invitation } from '@chorus/contracts/collect'
import { useId } from 'react'
import { showFromNow, showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

export function PulseCard({ invitation }: { invitation: Invitation }) {
  const { t, locale } = useTexts()
  const id = useId()
  const { label, closes, cohort, k, itemCount, minutes, ballotCollected, wave, fingerprint } = invitation
  const when = { moment: showMoment(closes, locale), distance: showFromNow(closes, new Date(), locale) }
  return (
    <Card as="article" tone={ballotCollected ? 'plain' : 'accent'} labelledBy={id}>
      <p className="eyebrow">{t(ballotCollected ? 'home.pulse.counted' : 'home.pulse.open')}</p>
      <h2 id={id}>{label}</h2>
      {ballotCollected ? (
        <p>{t('home.pulse.thanks', when)}</p>
      ) : (
        <>
          <p className="lead">{t('home.pulse.effort', { count: itemCount, minutes })}</p>
          <p>{t('home.pulse.group', { group: groupName(cohort.label, t), size: cohort.size, k })}</p>
          <div className="row">
            <a
              className={buttonClass('main')}
              href={`/answer/${wave}`}
              aria-label={`${t('home.pulse.answer')}: ${label}`}
            >
              {t('home.pulse.answer')}
            </a>
            <p className="small soft">{t('home.pulse.closes', when)}</p>
          </div>
        </>
      )}
      <p className="small soft">
        {t('home.pulse.fingerprint')} <code>{inFours(fingerprint)}</code>
      </p>
    </Card>
  )
}
