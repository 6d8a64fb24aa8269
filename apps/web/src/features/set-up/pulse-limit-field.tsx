import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { pulseLimitQuery, setPulseLimit } from './api/pulse-limit.ts'
import { NumberField } from './number-field.tsx'

/** Of the whole organisation, not of this programme: it is saved by itself. */
export function PulseLimitField() {
  return <Loaded query={useQuery(pulseLimitQuery)}>{({ aQuarter }) => <Limit saved={aQuarter} />}</Loaded>
}

function Limit({ saved }: { saved: number }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [limit, setLimit] = useState<number | undefined>(saved)
  const saving = useMutation({
    mutationFn: setPulseLimit,
    onSuccess: (kept) => client.setQueryData(pulseLimitQuery.queryKey, kept),
  })
  return (
    <div className="stack stack-tight">
      <NumberField
        label={t('set-up.limit')}
        hint={t('set-up.limit-hint')}
        min={1}
        max={92}
        value={limit}
        onChange={setLimit}
        problem={limit === undefined ? t('set-up.fault.fields') : undefined}
      />
      {saving.error && <ProblemNotice error={saving.error} />}
      {limit !== undefined && limit !== saved && (
        <div>
          <Button busy={saving.isPending} onClick={() => saving.mutate({ aQuarter: limit })}>
            {t('set-up.limit-save')}
          </Button>
        </div>
      )}
    </div>
  )
}
