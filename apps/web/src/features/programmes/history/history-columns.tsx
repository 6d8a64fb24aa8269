import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { ColumnList } from '../../../ui/column-list.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'

type Columns = readonly (readonly [name: string, words: MessageId])[]

const files: readonly { file: string; sample?: string; columns: Columns }[] = [
  {
    file: 'waves.csv',
    sample: 'history-waves.csv',
    columns: [
      ['wave', 'history.columns.wave'],
      ['closed', 'history.columns.closed'],
      ['label', 'history.columns.label'],
    ],
  },
  {
    file: 'units.csv',
    sample: 'units.csv',
    columns: [
      ['unit_id', 'history.columns.unit-id'],
      ['parent_id', 'organisation.columns.parent-id'],
      ['name', 'organisation.columns.unit-name'],
    ],
  },
  {
    file: 'responses.csv',
    sample: 'history-responses.csv',
    columns: [
      ['wave', 'history.columns.wave-of-row'],
      ['unit_id', 'history.columns.unit-of-row'],
      ['<item>', 'history.columns.item'],
    ],
  },
  {
    file: 'invited.csv',
    columns: [
      ['wave', 'history.columns.wave-of-row'],
      ['unit_id', 'history.columns.unit-of-row'],
      ['invited', 'history.columns.invited'],
    ],
  },
  {
    file: 'stayed.csv',
    columns: [
      ['wave', 'history.columns.wave-of-row'],
      ['unit_id', 'history.columns.unit-of-row'],
      ['since', 'history.columns.since'],
      ['since_unit_id', 'history.columns.since-unit'],
      ['people', 'history.columns.people'],
    ],
  },
]

export function HistoryColumns() {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('organisation.columns.title')}>
      <p className="small">{t('organisation.columns.format')}</p>
      <p className="small">{t('history.columns.no-people')}</p>
      {files.map(({ file, sample, columns }) => (
        <div key={file} className="stack stack-tight">
          <h3>
            <bdi>{file}</bdi>
          </h3>
          <ColumnList columns={columns} />
          {sample && (
            <p>
              <a href={`/samples/${sample}`} download={file}>
                {t('organisation.columns.sample', { file })}
              </a>
            </p>
          )}
        </div>
      ))}
    </Disclosure>
  )
}
