import { showDifference, showMean, showShare } from '../../../lib/format/figures.ts'
import type { Translate } from '../../../lib/i18n/texts.ts'
import type { GuideQuestion } from './topics.ts'

/** Why a question was chosen, in the figures of the report and no others. */
export function becauseWords(
  { reason, item, scale }: NonNullable<GuideQuestion['because']>,
  t: Translate,
  locale: string,
): string {
  const level = { mean: showMean(item.mean, scale, t, locale), min: scale.min, max: scale.max }
  if (reason === 'split' && item.split) {
    const { below, above } = item.split
    return t('guide.because.split', {
      below: showShare(below, t, locale),
      above: showShare(above, t, locale),
    })
  }
  if (reason === 'weak') return t('guide.because.weak', level)
  const by = item.change?.difference ?? null
  if ((reason === 'rose' || reason === 'fell') && by !== null)
    return t(`guide.because.${reason}`, { ...level, by: showDifference(by, locale) })
  return t(
    reason === 'rose' || reason === 'highest' ? 'guide.because.highest' : 'guide.because.lowest',
    level,
  )
}
