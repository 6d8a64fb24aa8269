import type { ReactNode } from 'react'
import { showMoment } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { buttonClass } from '../../ui/button.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { Pulse } from './open-pulse.ts'

/** On its way, or counted: the same calm page; only the notice changes. */
export function Thanks({ pulse, children }: { pulse: Pulse; children: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <CountedMark />
      <PageTitle title={t('answer.thanks.title')} />
      {children}
      <WhatNext pulse={pulse}>
        <OwnPages />
      </WhatNext>
    </div>
  )
}

export function CountedBefore({ pulse }: { pulse: Pulse }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <CountedMark />
      <PageTitle title={t('answer.before.title')} />
      <p className="lead">{t('answer.before.words')}</p>
      <WhatNext pulse={pulse}>
        <OwnPages />
      </WhatNext>
    </div>
  )
}

/** When results come, and what came of the last ones. @param children ways onwards */
export function WhatNext({ pulse, children }: { pulse: Pulse; children?: ReactNode }) {
  const { t, locale } = useTexts()
  return (
    <>
      <h2>{t('answer.next.title')}</h2>
      <ol className="outcome-next">
        <li>{t('answer.next.open', { moment: showMoment(pulse.invitation.closes, locale) })}</li>
        <li>{t('answer.next.seal')}</li>
        <li>{t('answer.next.publish', { k: pulse.invitation.k })}</li>
        <li>{t(children ? 'answer.next.check' : 'kiosk.check')}</li>
      </ol>
      <h2>{t('answer.last.title')}</h2>
      <p className="measure">{t('answer.last.words')}</p>
      {children}
    </>
  )
}

function OwnPages() {
  const { t } = useTexts()
  return (
    <p className="frame-foot">
      <a className={buttonClass('plain')} href="/">
        {t('answer.home')}
      </a>
      <a className={buttonClass('quiet')} href="/receipts">
        {t('answer.receipts')}
      </a>
      <a className={buttonClass('quiet')} href="/stored">
        {t('answer.stored')}
      </a>
    </p>
  )
}

export function CountedMark() {
  return (
    <svg className="outcome-mark" viewBox="0 0 72 72" aria-hidden="true">
      <circle cx="36" cy="36" r="33" />
      <path d="m22 37 10 10 19-22" />
    </svg>
  )
}
