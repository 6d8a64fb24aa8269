import type { AskedScale, ComparedFigures } from '@chorus/contracts/report-across-units'
import { showMean } from '../../../lib/format/figures.ts'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { heatStep } from './heat-step.ts'

type Props = {
  figures: ComparedFigures
  scale: AskedScale
  /** What makes the cell a stop of the arrow keys. */
  stop: { 'data-place': string; tabIndex: number; onFocus: () => void }
}

/** A mean on its colour, and a sign where something moved; or the hatching and the word of what is protected. */
export function HeatCell({ figures, scale, stop }: Props) {
  const { t, locale } = useTexts()
  if (figures.status === 'protected')
    return (
      <td className="heat heat-protected" {...stop}>
        <span>{t('report.protected')}</span>
      </td>
    )
  const verdict = figures.change?.verdict
  return (
    <td className={`heat heat-${heatStep(figures.mean, scale)}`} {...stop}>
      {showMean(figures.mean, scale, t, locale)}
      {(verdict === 'up' || verdict === 'down') && (
        <>
          <span className="heat-sign" aria-hidden="true">
            {verdict === 'up' ? '▲' : '▼'}
          </span>
          <span className="visually-hidden">, {t(`report.verdict.${verdict}`)}</span>
        </>
      )}
    </td>
  )
}
