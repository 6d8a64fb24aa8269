import type { AskedScale } from '@chorus/contracts/report-across-units'
import { showNumber } from '../../../lib/format/figures.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { heatKey } from './heat-step.ts'

/** What the colours and signs mean: one row of colours for each format of answers that the scales have. */
export function HeatKey({ scales }: { scales: readonly AskedScale[] }) {
  const { t, locale } = useTexts()
  const formats = new Map(scales.map(({ min, max }) => [`${min} ${max}`, { min, max }]))
  const show = (answer: number) => (Number.isInteger(answer) ? String(answer) : showNumber(answer, locale))
  return (
    <div className="heat-key small">
      {[...formats].map(([key, range]) => (
        <ul key={key} aria-label={t('heatmap.key')}>
          {heatKey(range).map(({ colour, answer }) => (
            <li key={colour} className={`heat heat-${colour}`}>
              {show(answer)}
            </li>
          ))}
        </ul>
      ))}
      <p className="soft">
        {t('heatmap.colours')} {t('heatmap.signs')}
      </p>
    </div>
  )
}
