import type { UnitReport } from '@chorus/contracts/report'
import { showDay } from '../../../lib/format/dates.ts'
import { showCount, showRate } from '../../../lib/format/figures.ts'
import { groupName } from '../../../lib/i18n/group-name.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { headlineClauses, headlineSentence } from '../headline.ts'
import { ScaleCard } from '../scale-card.tsx'

/** What of a report fits on one sheet: where the unit stands, the course of each scale, and under which rules all that was released. */
export function PrintSheet({ report }: { report: UnitReport }) {
  const { t, locale } = useTexts()
  const { unit, path, scales, k, waves } = report
  const wave = waves.at(-1)
  const today = showDay(new Date().toISOString(), locale)
  return (
    <section className="print-sheet" aria-labelledby={`print-${unit.id}`}>
      <header>
        <p className="small soft">{path.map(({ name }) => groupName(name, t)).join(' / ')}</p>
        <h2 id={`print-${unit.id}`}>{groupName(unit.name, t)}</h2>
        <p>{headlineSentence(headlineClauses(scales), t, locale)}</p>
        {wave && wave.n !== null && (
          <p className="small soft">
            {wave.responseRate === null
              ? t('report.latest-count', { n: showCount(wave.n, locale) })
              : t('report.latest-answers', {
                  n: showCount(wave.n, locale),
                  share: showRate(wave.responseRate, t, locale),
                })}
          </p>
        )}
      </header>
      {scales.map((scale) => (
        <ScaleCard key={scale.id} scale={scale} report={report} landmark={false} />
      ))}
      {wave && (
        <footer className="small soft">
          <p>
            {t('exports.figure-footer', {
              unit: groupName(unit.name, t),
              wave: wave.label,
              day: showDay(wave.closed, locale),
              k,
            })}
          </p>
          <p>{t('exports.print-footer', { release: wave.id, day: today })}</p>
        </footer>
      )}
    </section>
  )
}
