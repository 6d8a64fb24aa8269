import { useState } from 'react'
import { receiptsIn } from '../../lib/device/receipts.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { ReceiptCard } from './receipt-card.tsx'

/** The receipts on this device, each checked on this device. */
export function ReceiptsPage() {
  const { t } = useTexts()
  const [receipts] = useState(() => [...receiptsIn().all()].reverse())
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('receipts.title')} />
        <p className="lead soft">{t('receipts.lead')}</p>
      </div>
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
    </div>
  )
}
