import type { Figure } from '@chorus/contracts/publish'
import { bandOf, middleOf, showShare } from '../../lib/format/figures.ts'
import { directionOf } from '../../lib/i18n/direction.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { DivergingBar } from '../../ui/chart/diverging-bar.tsx'
import type { AnswerShare, Reach } from '../../ui/chart/diverging-geometry.ts'

type Props = {
  caption: string
  answers: readonly Figure[]
  /** The lowest answer. */
  min: number
  /** The same for all statements that are compared by eye. */
  reach: Reach
}

/** How often each answer was given: drawn to both sides of a line, and a real table. */
export function AnswerShares({ caption, answers, min, reach }: Props) {
  const { t, locale } = useTexts()
  return (
    <div className="answer-shares">
      <DivergingBar shares={drawn(answers)} reach={reach} direction={directionOf(locale)} />
      <table>
        <caption className="visually-hidden">{t('report.shares-caption', { item: caption })}</caption>
        <thead>
          <tr>
            {answers.map((_, index) => (
              <th key={min + index} scope="col">
                {min + index}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {answers.map((share, index) => (
              <td key={min + index}>
                <span className="visually-hidden">{showShare(share, t, locale)}</span>
                <span aria-hidden="true" dir="ltr">
                  {short(share, showShare(share, shorter, locale))}
                </span>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** Drawn to the middle of its step; the open lowest step may be nobody. */
export function drawn(answers: readonly Figure[]): AnswerShare[] {
  return answers.map((share) => ({ middle: middleOf(share), open: bandOf(share).lo <= 0 }))
}

/** Where "5% or less" has no room it is "≤5%". */
function short(share: Figure, value: string): string {
  if (typeof share === 'number') return value
  return share.lo <= 0 ? `≤${value}` : share.hi >= 1 ? `≥${value}` : value
}

const shorter = (_: string, values?: Record<string, string | number>) => String(values?.value ?? '')
