import type { ImportPreview, UploadedImport } from '@chorus/contracts/organisation-import'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Table } from '../../../ui/table.tsx'
import { discardImport, previewImport } from '../api/import.ts'
import { becauseWords, meaningOptions } from './column-meanings.ts'
import { FileProblem } from './file-problem.tsx'
import { ImportWaiting } from './import-waiting.tsx'
import { useStoppable } from './use-stoppable.ts'
import '../../../ui/select.css'
import './import.css'

/** What each column was taken for, to be confirmed or changed. */
export function ColumnTable({
  upload,
  onPreview,
  onChanged,
  onDiscarded,
}: {
  upload: UploadedImport
  onPreview: (preview: ImportPreview) => void
  onChanged: () => void
  onDiscarded: () => Promise<void>
}) {
  const { t } = useTexts()
  const [meanings, setMeanings] = useState(upload.columns.map(({ meaning }) => meaning))
  const [stopped, setStopped] = useState(false)
  const { working: previewing, stop } = useStoppable(previewImport.bind(null, upload.id), {
    onDone: onPreview,
    onStopped: () => setStopped(true),
  })
  const discarding = useMutation({ mutationFn: () => discardImport(upload.id), onSuccess: onDiscarded })
  const change = (at: number, meaning: string) => {
    setMeanings(meanings.map((before, index) => (index === at ? meaning : before)))
    onChanged()
  }
  const preview = () => {
    setStopped(false)
    previewing.mutate(meanings)
  }
  return (
    <div className="stack">
      <h3>{t('import.columns')}</h3>
      <p className="soft">{t('import.columns-words')}</p>
      <Table
        stacked
        caption={t('import.columns')}
        columns={[t('import.column'), t('import.means'), t('import.examples')]}
      >
        {upload.columns.map(({ header, because, examples }, at) => (
          <tr key={at}>
            <th scope="row">
              <bdi>{header}</bdi>
            </th>
            <td>
              <select
                className="select import-meaning"
                aria-label={t('import.means-column', { column: header })}
                value={meanings[at] ?? 'ignore'}
                onChange={(event) => change(at, event.target.value)}
              >
                {meaningOptions(header, meanings[at] ?? 'ignore', t).map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
              <p className="small soft">{t(becauseWords[because])}</p>
            </td>
            <td className="small">
              <bdi>{examples.join(', ')}</bdi>
            </td>
          </tr>
        ))}
      </Table>
      <div className="import-buttons">
        <Button look="main" busy={previewing.isPending} onClick={preview}>
          {t(previewing.isPending ? 'import.previewing' : 'import.preview')}
        </Button>
        <Button look="quiet" busy={discarding.isPending} onClick={() => discarding.mutate()}>
          {t('import.discard')}
        </Button>
      </div>
      {previewing.isPending && <ImportWaiting step="import.previewing" onStop={stop} />}
      {stopped && (
        <Notice>
          <p>{t('import.stopped')}</p>
        </Notice>
      )}
      <FileProblem error={previewing.error ?? discarding.error} />
    </div>
  )
}
