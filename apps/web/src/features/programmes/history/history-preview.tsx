import type { HistoryAnswer, ImportedScaleTrend } from '@chorus/contracts/history'
import { useEffect, useRef } from 'react'
import { showDay } from '../../../lib/format/dates.ts'
import { showCount } from '../../../lib/format/figures.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import type { MessageId } from '../../../lib/i18n/message-id.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Table } from '../../../ui/table.tsx'

const trendWords: Record<ImportedScaleTrend, MessageId> = {
  continues: 'history.trend.continues',
  'questions changed': 'history.trend.questions-changed',
  'not asked': 'history.trend.not-asked',
}

/** What everybody would see, before it is written. */
export function HistoryPreview({ history, onImport }: { history: HistoryAnswer; onImport: () => void }) {
  const { t, locale } = useTexts()
  const { waves, units, scales } = history
  const heading = useRef<HTMLHeadingElement>(null)
  // It comes below what the reader pressed: it says that it is there, and comes into sight.
  useEffect(() => heading.current?.focus(), [])
  return (
    <Card labelledBy="history-preview">
      <h2 id="history-preview" ref={heading} tabIndex={-1}>
        {t('history.preview')}
      </h2>
      <Table
        figures
        caption={t('history.preview-caption')}
        columns={[
          t('history.wave'),
          t('history.closed'),
          t('history.answers'),
          t('history.shown'),
          t('history.protected'),
        ]}
      >
        {waves.map((wave) => (
          <tr key={wave.label}>
            <th scope="row">{wave.label}</th>
            <td>{showDay(wave.closed, locale)}</td>
            <td>{wave.answers === null ? t('history.protected-word') : showCount(wave.answers, locale)}</td>
            <td>{new Intl.NumberFormat(locale).format(wave.shown)}</td>
            <td>{new Intl.NumberFormat(locale).format(wave.protected)}</td>
          </tr>
        ))}
      </Table>
      <div className="stack stack-tight">
        <h3>{t('history.units-title')}</h3>
        <p>{t('history.units-known', { known: units.today, all: units.inFile })}</p>
        {units.gone.length > 0 && (
          <p className="small soft">
            {t('history.units-gone', {
              units: new Intl.ListFormat(locale).format(units.gone.map(({ name }) => name)),
            })}
          </p>
        )}
      </div>
      <div className="stack stack-tight">
        <h3>{t('history.trends')}</h3>
        <ul className="history-trends">
          {scales.map((scale) => (
            <li key={scale.id}>
              <strong>{localised(scale.name, locale).text}</strong> {t(trendWords[scale.trend])}
            </li>
          ))}
        </ul>
      </div>
      <p>
        <strong>{t('history.final')}</strong>
      </p>
      <div>
        <Button look="main" onClick={onImport}>
          {t('history.import', { count: waves.length })}
        </Button>
      </div>
    </Card>
  )
}
