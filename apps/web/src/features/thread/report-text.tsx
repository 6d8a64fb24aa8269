import type { ReportReason } from '@chorus/contracts/commons'
import type { TargetKind } from '@chorus/contracts/community'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { reasonWords, reportReasons } from '../../lib/i18n/report-reasons.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LongField } from '../../ui/long-field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { reportText } from './api/moderation.ts'

/** Says to HR that a text should not stand as it does. */
export function ReportText({ kind, id }: { kind: TargetKind; id: string }) {
  const { t } = useTexts()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState<ReportReason>('about a person')
  const reporting = useMutation({
    mutationFn: (words: string) => reportText({ kind, id }, { reason, words }),
    onSuccess: () => setOpen(false),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const words = String(new FormData(event.currentTarget).get('words') ?? '').trim()
    if (!reporting.isPending) reporting.mutate(words)
  }
  if (reporting.isSuccess)
    return (
      <p className="small soft" role="status">
        {t('moderation.reported')}
      </p>
    )
  return (
    <>
      <Button look="quiet" onClick={() => setOpen(true)}>
        {t('moderation.report')}
      </Button>
      {isOpen && (
        <Dialog title={t('moderation.report-title')} onClose={() => setOpen(false)}>
          <form className="stack" onSubmit={submit}>
            <p>{t('moderation.report-words')}</p>
            <Choice
              label={t('moderation.report-why')}
              value={reason}
              onChange={({ currentTarget }) => {
                const chosen = reportReasons.find((one) => one === currentTarget.value)
                if (chosen) setReason(chosen)
              }}
              options={reportReasons.map((one) => [one, t(reasonWords[one])] as const)}
            />
            <LongField label={t('moderation.report-more')} name="words" rows={2} maxLength={500} dir="auto" />
            {reporting.error && <ProblemNotice error={reporting.error} />}
            <div className="dialog-actions">
              <Button onClick={() => setOpen(false)}>{t('shared.cancel')}</Button>
              <Button type="submit" look="main" busy={reporting.isPending}>
                {t('moderation.report-send')}
              </Button>
            </div>
          </form>
        </Dialog>
      )}
    </>
  )
}
