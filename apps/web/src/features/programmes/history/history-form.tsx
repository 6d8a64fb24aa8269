import type { FormEvent } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Field } from '../../../ui/field.tsx'
import { HistoryColumns } from './history-columns.tsx'

export const neededFiles = ['waves', 'units', 'responses'] as const
const furtherFiles = ['invited', 'stayed', 'instrument'] as const

/** By field, what is asked of the reader. */
export type MissingFiles = { readonly [field in (typeof neededFiles)[number]]?: string }

type Props = {
  programme: string
  missing: MissingFiles
  busy: boolean
  /** Other files are chosen: what was said of the last ones does not hold any more. */
  onChange: () => void
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
}

export function HistoryForm({ programme, missing, busy, onChange, onSubmit }: Props) {
  const { t } = useTexts()
  return (
    <Card labelledBy="history-files">
      <h2 id="history-files">{t('history.files', { programme })}</h2>
      <form className="stack" onSubmit={onSubmit} onChange={onChange} noValidate>
        <div className="history-fields">
          {neededFiles.map((field) => (
            <Field
              key={field}
              label={t(`history.${field}`)}
              name={field}
              type="file"
              accept=".csv,text/csv"
              problem={missing[field]}
            />
          ))}
        </div>
        <Disclosure summary={t('history.more')}>
          {furtherFiles.map((field) => (
            <Field
              key={field}
              label={t(`history.${field}`)}
              hint={t(`history.${field}-hint`)}
              name={field}
              type="file"
              accept={field === 'instrument' ? '.json,application/json' : '.csv,text/csv'}
            />
          ))}
        </Disclosure>
        <div>
          <Button type="submit" look="main" busy={busy}>
            {t('history.check')}
          </Button>
        </div>
      </form>
      <HistoryColumns />
    </Card>
  )
}
