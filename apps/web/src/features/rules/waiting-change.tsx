import type { RuleChange } from '@chorus/contracts/rights'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { decideChange, withdrawChange } from './api/rule-changes.ts'
import { ChangeWords } from './change-words.tsx'

/** A change that waits: who may decide agrees or declines here, who proposed it takes it back. */
export function WaitingChange({ waiting }: { waiting: RuleChange }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [reason, setReason] = useState('')
  const deciding = useMutation({
    mutationFn: (way: 'agree' | 'decline' | 'withdraw') =>
      way === 'withdraw'
        ? withdrawChange(waiting.id)
        : decideChange(waiting.id, { agree: way === 'agree', reason: way === 'agree' ? '' : reason.trim() }),
    onSuccess: () => client.invalidateQueries(),
  })
  const titleId = `change-${waiting.id}`
  return (
    <Card as="article" tone="accent" labelledBy={titleId}>
      <h3 id={titleId}>{t('rules.waiting')}</h3>
      <ChangeWords change={waiting.change} />
      <p className="small soft">
        {t('rules.by', { name: waiting.proposedBy, day: showDay(waiting.proposedOn, locale) })}
      </p>
      {waiting.mayDecide && (
        <LongField
          label={t('rules.reason')}
          hint={t('rules.reason-hint')}
          maxLength={1000}
          rows={2}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      )}
      {deciding.error && <ProblemNotice error={deciding.error} />}
      <div className="row">
        {waiting.mayDecide && (
          <>
            <Button look="main" busy={deciding.isPending} onClick={() => deciding.mutate('agree')}>
              {t('rules.agree')}
            </Button>
            <Button
              busy={deciding.isPending}
              disabled={reason.trim() === ''}
              onClick={() => deciding.mutate('decline')}
            >
              {t('rules.decline')}
            </Button>
          </>
        )}
        {waiting.mayWithdraw && (
          <Button busy={deciding.isPending} onClick={() => deciding.mutate('withdraw')}>
            {t('rules.withdraw')}
          </Button>
        )}
      </div>
    </Card>
  )
}
