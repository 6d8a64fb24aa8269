import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { codeOf } from '../../lib/api/problem.ts'
import type { Receipt } from '../../lib/device/receipts.ts'
import { showMoment } from '../../lib/format/dates.ts'
import { inFours } from '../../lib/format/fingerprint.ts'
import { groupName } from '../../lib/i18n/group-name.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { getClosedList } from './api/closed-list.ts'
import type { CheckedReceipt } from './check-receipt.ts'
import './receipt-card.css'

export function ReceiptCard({ receipt }: { receipt: Receipt }) {
  const { t } = useTexts()
  const id = useId()
  const { label, group, dimension, fingerprint, leaf, sig, refused } = receipt
  const comment = /^comment (\d+)$/.exec(dimension)?.[1]
  return (
    <Card as="article" labelledBy={id}>
      <h2 id={id}>
        {comment === undefined
          ? t('receipts.of', { wave: label, group: groupName(group, t) })
          : t('receipts.of-comment', { wave: label, group: groupName(group, t), number: comment })}
      </h2>
      {refused === null ? (
        <Check receipt={receipt} />
      ) : (
        <Notice tone="problem">
          <p>{t('receipts.refused')}</p>
        </Notice>
      )}
      <Disclosure summary={t('receipts.bytes')}>
        <dl className="receipt-bytes">
          <dt>{t('receipts.fingerprint')}</dt>
          <dd>
            <code>{inFours(fingerprint)}</code>
          </dd>
          {sig && (
            <>
              <dt>{t('receipts.leaf')}</dt>
              <dd>
                <code>{leaf}</code>
              </dd>
              <dt>{t('receipts.signature')}</dt>
              <dd>
                <code>{sig}</code>
              </dd>
            </>
          )}
        </dl>
      </Disclosure>
    </Card>
  )
}

function Check({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useTexts()
  const { wave, cohort, closes, group, id } = receipt
  const [isDue, setDue] = useState(() => new Date(closes) <= new Date())
  const query = useQuery({
    queryKey: ['receipt', id],
    queryFn: async (): Promise<CheckedReceipt> => {
      const [closed, { checkReceipt }] = await Promise.all([
        getClosedList(wave, cohort),
        import('./check-receipt.ts'),
      ])
      return checkReceipt(receipt, closed)
    },
    enabled: isDue,
    retry: false,
  })
  // A wave may be closed before its time: then the reader asks.
  if (!isDue || (query.error && codeOf(query.error) === 'wave-still-open'))
    return (
      <Notice>
        <p>{t('receipts.open', { moment: showMoment(closes, locale) })}</p>
        <div>
          <Button onClick={() => (isDue ? void query.refetch() : setDue(true))}>{t('receipts.check')}</Button>
        </div>
      </Notice>
    )
  if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <Loading />
  switch (query.data.is) {
    case 'counted':
      return (
        <Notice tone="good">
          {t('receipts.counted', { count: query.data.count, group: groupName(group, t) })}
        </Notice>
      )
    case 'missing':
      return (
        <Notice tone="problem">
          {t('receipts.missing', { count: query.data.count, group: groupName(group, t) })}
        </Notice>
      )
    case 'list-not-valid':
      return <Notice tone="problem">{t('receipts.list-not-valid')}</Notice>
    case 'receipt-not-valid':
      return <Notice tone="problem">{t('receipts.receipt-not-valid')}</Notice>
  }
}
