import type { Figure } from '@chorus/contracts/publish'
import { bandOf, middleOf, showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Props = {
  caption: string
  answers: readonly Figure[]
  /** The lowest answer. */
  min: number
  /** The share that the highest column stands for: the same for all statements that are compared by eye. */
  top: number
}

/** In pixels. */
const height = 52

/** How often each answer was given: a real table, whose cells are drawn as columns. */
export function AnswerShares({ caption, answers, min, top }: Props) {
  const { t, locale } = useTexts()
  return (
    <table className="answer-shares">
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
              <Column share={share} top={top} />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Drawn to the middle of its step; the open lowest step is only a line on the ground, since it may be nobody. */
function Column({ share, top }: { share: Figure; top: number }) {
  const high = bandOf(share).lo <= 0 ? 2 : (middleOf(share) / top) * height
  return (
    <svg className="answer-column" height={high} aria-hidden="true">
      <rect width="100%" height="100%" />
    </svg>
  )
}

/** Where "5% or less" has no room it is "≤5%". */
function short(share: Figure, value: string): string {
  if (typeof share === 'number') return value
  return share.lo <= 0 ? `≤${value}` : share.hi >= 1 ? `≥${value}` : value
}

const shorter = (_: string, values?: Record<string, string | number>) => String(values?.value ?? '')
