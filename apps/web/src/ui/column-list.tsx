import type { MessageId } from '../lib/i18n/message-id.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import './column-list.css'

/** The columns of a file, each with what stands in it. */
export function ColumnList({ columns }: { columns: readonly (readonly [name: string, words: MessageId])[] }) {
  const { t } = useTexts()
  return (
    <dl className="column-list">
      {columns.map(([name, words]) => (
        <div key={name}>
          <dt>
            <bdi>{name}</bdi>
          </dt>
          <dd>{t(words)}</dd>
        </div>
      ))}
    </dl>
  )
}
