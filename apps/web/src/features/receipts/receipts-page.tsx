import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ReceiptCard } from './receipt-card.tsx'
import { useTakenReceipt } from './use-taken-receipt.ts'

/** The receipts on this device, each checked on this device. @param answers to comments that were written on it */
export function ReceiptsPage({ answers, answersFirst }: { answers: ReactNode; answersFirst: boolean }) {
  const { t } = useTexts()
  const { taken, receipts } = useTakenReceipt()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('receipts.title')} />
        <p className="lead soft">{t('receipts.lead')}</p>
      </div>
      {taken.is === 'added' && <Notice tone="good">{t('receipts.added')}</Notice>}
      {taken.is === 'not-added' && <Notice tone="problem">{t('receipts.not-added')}</Notice>}
      {taken.is === 'problem' && <ProblemNotice error={taken.error} />}
      {answersFirst && answers}
      {receipts.length === 0 && (
        <Card as="div">
          <h2>{t('receipts.none')}</h2>
          <p>{t('receipts.none-words')}</p>
        </Card>
      )}
      {receipts.map((receipt) => (
        <ReceiptCard key={receipt.id} receipt={receipt} />
      ))}
      <p className="measure small soft">{t('receipts.limits')}</p>
      {!answersFirst && answers}
    </div>
  )
}
