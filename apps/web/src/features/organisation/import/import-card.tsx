import type { ImportAnswer } from '@chorus/contracts/organisation'
import type { ImportPreview } from '@chorus/contracts/organisation-import'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { importStateQuery } from '../api/import.ts'
import { organisationQuery } from '../api/organisation.ts'
import { ColumnHelp } from '../column-help.tsx'
import { ColumnTable } from './column-table.tsx'
import { PreviewStep } from './preview-step.tsx'
import { UndoImport } from './undo-import.tsx'
import { UploadForm } from './upload-form.tsx'
import './import.css'

/** Upload, say what the columns mean, see what would change, confirm. It can be left and taken up again for a day. */
export function ImportCard({ onImported }: { onImported?: () => Promise<void> }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [preview, setPreview] = useState<ImportPreview | null>(null)
  const [done, setDone] = useState<ImportAnswer | 'undone' | 'stopped' | null>(null)
  const refresh = async () => {
    setPreview(null)
    await client.invalidateQueries({ queryKey: organisationQuery.queryKey })
    await client.invalidateQueries({ queryKey: importStateQuery.queryKey, exact: true })
  }
  const finish = async (outcome: ImportAnswer | 'undone' | 'stopped') => {
    setDone(outcome)
    await refresh()
    await onImported?.()
  }
  return (
    <Card labelledBy="import-title">
      <h2 id="import-title">{t('import.title')}</h2>
      <p className="soft">{t('import.words')}</p>
      {done === 'stopped' && (
        <Notice>
          <p>{t('import.stopped')}</p>
        </Notice>
      )}
      {done && done !== 'stopped' && (
        <Notice tone="good" {...(done !== 'undone' && { title: t('import.done') })}>
          <p>{done === 'undone' ? t('import.undone') : t('import.result', done)}</p>
        </Notice>
      )}
      <Loaded query={useQuery(importStateQuery)}>
        {({ pending, undo }) => {
          if (!pending)
            return (
              <>
                <UploadForm
                  onUploaded={() => {
                    setDone(null)
                    return refresh()
                  }}
                />
                {undo && <UndoImport until={undo.until} onUndone={() => finish('undone')} />}
                <ColumnHelp />
              </>
            )
          return (
            <>
              <ColumnTable
                key={pending.id}
                upload={pending}
                onPreview={(made) => {
                  setDone(null)
                  setPreview(made)
                }}
                onChanged={() => setPreview(null)}
                onDiscarded={refresh}
              />
              {preview && (
                <PreviewStep
                  key={`${pending.id} ${preview.fingerprint}`}
                  upload={pending.id}
                  preview={preview}
                  onImported={finish}
                  onStopped={() => void finish('stopped')}
                />
              )}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
