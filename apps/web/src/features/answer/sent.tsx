import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { MayBeAnswered } from './may-be-answered.tsx'
import type { Pulse } from './open-pulse.ts'
import { CountedBefore, Thanks } from './outcomes.tsx'
import type { SendFault } from './send-fault.ts'
import type { SendState } from './sending.ts'

/** After Send: nobody has to wait here, and the page says at every moment where the answers are. */
export function Sent({
  pulse,
  sending,
  written,
  onRetry,
}: {
  pulse: Pulse
  sending: SendState
  written: { secret: string | null } | undefined
  onRetry: () => void
}) {
  const answers = written && <MayBeAnswered secret={written.secret} />
  switch (sending.is) {
    case 'collecting':
      return <Sending />
    case 'kept':
      return <NotSent fault={sending.fault} onRetry={onRetry} />
    case 'waiting':
      return (
        <Thanks pulse={pulse}>
          <OnTheWay fault={sending.fault} />
          {answers}
        </Thanks>
      )
    case 'counted':
      return (
        <Thanks pulse={pulse}>
          <Counted />
          {answers}
        </Thanks>
      )
    case 'refused':
      if (sending.code === 'ballot-already-collected') return <CountedBefore pulse={pulse} />
      return <NotSent fault={sending.code} />
  }
}

function Sending() {
  const { t } = useTexts()
  return (
    <div className="outcome" role="status">
      <PageTitle title={t('answer.sending.title')} />
      <p className="lead soft">{t('answer.sending.words')}</p>
    </div>
  )
}

function OnTheWay({ fault }: { fault: SendFault | null }) {
  const { t } = useTexts()
  if (fault === null) return <Notice>{t('answer.way.pause')}</Notice>
  if (fault === 'offline') return <Notice>{t('answer.way.offline')}</Notice>
  return (
    <Notice tone="problem">
      <p>{t(wordsFor(fault))}</p>
      <p>{t('answer.way.again')}</p>
    </Notice>
  )
}

function Counted() {
  const { t } = useTexts()
  return <Notice tone="good">{t('answer.way.counted')}</Notice>
}

/** Without `onRetry` nothing can be mended. */
function NotSent({ fault, onRetry }: { fault: SendFault; onRetry?: () => void }) {
  const { t } = useTexts()
  const isOffline = fault === 'offline' && onRetry !== undefined
  return (
    <div className="outcome">
      <PageTitle
        title={t(
          isOffline ? 'answer.kept.title' : onRetry ? 'answer.not-sent.title' : 'answer.not-sent.final-title',
        )}
      />
      {isOffline ? (
        <Notice>{t('answer.kept.words')}</Notice>
      ) : (
        <Notice tone="problem">
          <p>{t(wordsFor(fault))}</p>
          {onRetry && <p>{t('answer.not-sent.kept')}</p>}
        </Notice>
      )}
      <p className="frame-foot">
        {onRetry && (
          <Button look="main" onClick={onRetry}>
            {t('shared.retry')}
          </Button>
        )}
        <a className={buttonClass('plain')} href="/">
          {t('answer.home')}
        </a>
      </p>
    </div>
  )
}

/** What went wrong, in words. */
export function wordsFor(fault: SendFault) {
  if (fault === 'manifest-differs') return 'answer.refused.manifest-differs'
  if (fault === 'receipt-not-valid') return 'answer.refused.receipt-not-valid'
  return `problem.${fault}` as const
}
