import type { ScaleStatistics } from '@chorus/contracts/organisation-statistics'
import type { OrganisationReport } from '@chorus/contracts/report'
import { showCount } from '../../../lib/format/figures.ts'
import { localised } from '../../../lib/i18n/localised.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { FiguresTable } from './figures-table.tsx'
import { scaleSentences } from './in-words.ts'
import { ItemFitTable } from './item-fit-table.tsx'
import { nameOf } from './name-of.ts'

/** One scale: what its figures say in words, and the figures behind it. */
export function ScaleFiguresCard({ scale, report }: { scale: ScaleStatistics; report: OrganisationReport }) {
  const { t, locale } = useTexts()
  const name = localised(nameOf(scale.scale, report), locale).text
  const titleId = `figures-${scale.scale}`
  const { teams, agreement, n } = scale
  const compared = 'absent' in teams ? agreement : teams
  return (
    <Card labelledBy={titleId}>
      <h3 id={titleId}>{name}</h3>
      <ul className="reliability-says">
        {scaleSentences(scale, report.needs, t, locale).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {n !== null && <p className="small soft">{t('reliability.from', { n: showCount(n, locale) })}</p>}
      <Disclosure summary={t('reliability.table')}>
        <FiguresTable name={name} scale={scale} needs={report.needs} />
        {!('absent' in compared) && (
          <p className="small soft">
            {t('reliability.teams-from', { ...compared.teams, n: report.needs.teamAnswers })}
          </p>
        )}
        {Array.isArray(scale.items) && <ItemFitTable name={name} items={scale.items} report={report} />}
      </Disclosure>
    </Card>
  )
}
