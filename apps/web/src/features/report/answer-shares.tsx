import type { Figure } from '@chorus/contracts/publish'
import { bandOf, middleOf, showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

type Props = { caption: string; answers: readonly Figure[]; scale: { min: number; max: number } }

/** How often each answer was given: a real table, whose cells are drawn as columns. */
export function AnswerShares({ caption, answers, scale }: Props) {
  const { t, locale } = useTexts()
  return (
    <table className="answer-shares">
      <caption className="visually-hidden">{t('report.shares-caption', { item: caption })}</caption>
      <thead>
        <tr>
          {answers.map((_, index) => (
            <th key={scale.min + index} scope="col">
              {scale.min + index}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {answers.map((share, index) => (
            <td key={scale.min + index}>
              <Column share={share} />
              <span className="visually-hidden">{showShare(share, t, locale)}</span>
              <span aria-hidden="true">{short(share, showShare(share, shorter, locale))}</span>
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** Drawn to the middle of its step; the open lowest step is only a line on the ground, since it may be nobody. */
function Column({ share }: { share: Figure }) {
  const height = bandOf(share).lo <= 0 ? 1.5 : middleOf(share) * 100
  return (
    <svg className="answer-column" viewBox="0 0 10 100" preserveAspectRatio="none" aria-hidden="true">
      <rect y={100 - height} width="10" height={height} />
    </svg>
  )
}

/** Where "5% or less" has no room it is "≤5%". */
function short(share: Figure, value: string): string {
  if (typeof share === 'number') return value
  return share.lo <= 0 ? `≤${value}` : share.hi >= 1 ? `≥${value}` : value
}

const shorter = (_: string, values?: Record<string, string | number>) => String(values?.value ?? '')
