import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { ColumnList } from '../../ui/column-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

const files: readonly { file: string; title: MessageId; columns: readonly [string, MessageId][] }[] = [
  {
    file: 'units.csv',
    title: 'organisation.columns.units',
    columns: [
      ['unit_id', 'organisation.columns.unit-id'],
      ['parent_id', 'organisation.columns.parent-id'],
      ['name', 'organisation.columns.unit-name'],
    ],
  },
  {
    file: 'people.csv',
    title: 'organisation.columns.people',
    columns: [
      ['person_id', 'organisation.columns.person-id'],
      ['name', 'organisation.columns.person-name'],
      ['email', 'organisation.columns.email'],
      ['unit_id', 'organisation.columns.person-unit'],
      ['role', 'organisation.columns.role'],
      ['manages', 'organisation.columns.manages'],
      ['language', 'organisation.columns.language'],
      ['channel', 'organisation.columns.channel'],
      ['zone', 'organisation.columns.zone'],
      ['cut:<name>', 'organisation.columns.cut'],
    ],
  },
]

export function ColumnHelp() {
  const { t } = useTexts()
  return (
    <Disclosure summary={t('organisation.columns.title')}>
      <p className="small">{t('organisation.columns.format')}</p>
      {files.map(({ file, title, columns }) => (
        <div key={file} className="stack stack-tight">
          <h3>{t(title)}</h3>
          <ColumnList columns={columns} />
          <p>
            <a href={`/samples/${file}`} download>
              {t('organisation.columns.sample', { file })}
            </a>
          </p>
        </div>
      ))}
    </Disclosure>
  )
}
