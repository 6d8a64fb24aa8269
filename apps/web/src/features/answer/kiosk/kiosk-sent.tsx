import { useEffect, useSyncExternalStore } from 'react'
import type { Receipt } from '../../../lib/device/receipts.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import type { Pulse } from '../open-pulse.ts'
import { CountedMark, WhatNext } from '../outcomes.tsx'
import type { SendFault } from '../send-fault.ts'
import { wordsFor } from '../sent.tsx'
import { KioskIdle } from './kiosk-idle.tsx'
import { KioskReceipt } from './kiosk-receipt.tsx'
import type { KioskSender } from './kiosk-sender.ts'
import { startAfresh } from './start-afresh.ts'

/** After Send: stay until it is counted. While answers are only in this page's memory, no clock takes them away. */
export function KioskSent({ sender, pulse }: { sender: KioskSender; pulse: Pulse }) {
  const state = useSyncExternalStore(sender.onChange, sender.state)
  useEffect(() => sender.keepTrying(), [sender])
  const receipt = sender.receipt()
  if (state.is === 'counted' && receipt) return <Counted pulse={pulse} receipt={receipt} />
  if (state.is === 'refused') return <Refused code={state.code} />
  const fault = state.is === 'kept' || state.is === 'waiting' ? state.fault : null
  return <Sending fault={fault} />
}

function Sending({ fault }: { fault: SendFault | null }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <PageTitle title={t(fault === null ? 'answer.sending.title' : 'kiosk.not-sent.title')} />
      <p className="lead">{t('kiosk.stay')}</p>
      {fault !== null && (
        <Notice tone="problem">
          <p>{t(wordsFor(fault))}</p>
          <p>{t('kiosk.not-sent.words')}</p>
        </Notice>
      )}
      {fault !== null && (
        <p className="frame-foot">
          <Button onClick={startAfresh}>{t('kiosk.give-up')}</Button>
        </p>
      )}
    </div>
  )
}

function Counted({ pulse, receipt }: { pulse: Pulse; receipt: Receipt }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <CountedMark />
      <PageTitle title={t('answer.thanks.title')} />
      <Notice tone="good">{t('kiosk.counted')}</Notice>
      <p className="frame-foot">
        <Button look="main" onClick={startAfresh}>
          {t('kiosk.next')}
        </Button>
      </p>
      <KioskReceipt receipt={receipt} />
      <WhatNext pulse={pulse} />
      <KioskIdle />
    </div>
  )
}

function Refused({ code }: { code: SendFault }) {
  const { t } = useTexts()
  return (
    <div className="outcome">
      <PageTitle title={t('answer.not-sent.final-title')} />
      <Notice tone="problem">
        <p>{t(wordsFor(code))}</p>
      </Notice>
      <p className="frame-foot">
        <Button look="main" onClick={startAfresh}>
          {t('kiosk.again')}
        </Button>
      </p>
      <KioskIdle />
    </div>
  )
}
