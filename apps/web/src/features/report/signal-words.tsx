import type { ScaleResult, UnitReport } from '@chorus/contracts/report'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Props = { signals: ScaleResult['signals']; falseSignals: UnitReport['falseSignals'] }
type Signal = Extract<ScaleResult['signals'], { status: 'judged' }>['signals'][number]

const words: Record<Signal, MessageId> = {
  'far-out': 'report.signal.far-out',
  'two-of-three': 'report.signal.two-of-three',
  'four-of-five': 'report.signal.four-of-five',
  'eight-on-one-side': 'report.signal.eight-on-one-side',
  'moving-average': 'report.signal.moving-average',
}

/** Whether the newest wave lies outside of what this unit's waves do by themselves, and how often that is said in vain. */
export function SignalWords({ signals, falseSignals }: Props) {
  const { t, locale } = useTexts()
  if (signals.status === 'too few waves')
    return (
      <p className="small soft">
        {t('report.signal-too-few', { shown: signals.shown, needed: signals.needed })}
      </p>
    )
  if (signals.side === null) return <p className="small soft">{t('report.signal-none')}</p>
  const list = new Intl.ListFormat(locale, { type: 'conjunction' })
  return (
    <p className="small">
      {t(signals.side === 'above' ? 'report.signal-above' : 'report.signal-below', {
        why: list.format(signals.signals.map((signal) => t(words[signal]))),
      })}{' '}
      <span className="soft">{t('report.signal-false', falseSignals)}</span>
    </p>
  )
}
