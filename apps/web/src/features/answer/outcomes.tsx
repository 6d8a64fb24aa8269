import { showMoment } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import type { Pulse } from './open-pulse.ts'
import type { SendRefused } from './send-answers.ts'
import './outcomes.css'

export function Sending() {
  const { t } = useTexts()
  return (
    <div className="outcome" role="status">
      <PageTitle title={t('answer.sending.title')} />
      <p className="lead soft">{t('answer.sending.words')}</p>
    </div>
  )
}

/** Counted now, or counted before: the same calm page, and what happens next. */
export function Counted({ pulse, before }: { pulse: Pulse; before: boolean }) {
  const { t, locale } = useTexts()
  return (
    <div className="outcome">
      <CountedMark />
      <PageTitle title={t(before ? 'answer.before.title' : 'answer.counted.title')} />
      <p className="lead">{t(before ? 'answer.before.words' : 'answer.counted.words')}</p>
      <h2>{t('answer.next.title')}</h2>
      <ol className="outcome-next">
        <li>{t('answer.next.open', { moment: showMoment(pulse.invitation.closes, locale) })}</li>
        <li>{t('answer.next.seal')}</li>
        <li>{t('answer.next.publish', { k: pulse.invitation.k })}</li>
      </ol>
      <p>
        <a className={buttonClass('plain')} href="/">
          {t('answer.home')}
        </a>
      </p>
    </div>
  )
}

/** The answers did not arrive: in words, with a way on wherever there is one. */
export function NotSent({ refused, onRetry }: { refused: SendRefused; onRetry: () => void }) {
  const { t } = useTexts()
  const reason =
    refused.code === 'other-group' ? 'answer.refused.manifest-differs' : (`problem.${refused.code}` as const)
  return (
    <div className="outcome">
      <PageTitle title={t(refused.final ? 'answer.not-sent.final-title' : 'answer.not-sent.title')} />
      <Notice tone="problem">
        <p>{t(reason)}</p>
        {!refused.final && <p>{t('answer.not-sent.kept')}</p>}
      </Notice>
      <p className="frame-foot">
        {!refused.final && (
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

/** The page cannot begin. */
export function CannotOpen({ title, words }: { title: MessageId; words: MessageId }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <PageTitle title={t(title)} />
      <Notice tone="problem">
        <p>{t(words)}</p>
      </Notice>
      <p>
        <a className={buttonClass('plain')} href="/">
          {t('answer.home')}
        </a>
      </p>
    </div>
  )
}

function CountedMark() {
  return (
    <svg className="outcome-mark" viewBox="0 0 72 72" aria-hidden="true">
      <circle cx="36" cy="36" r="33" />
      <path d="m22 37 10 10 19-22" />
    </svg>
  )
}
