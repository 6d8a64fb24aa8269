import type { Heatmap } from '@chorus/contracts/report-across-units'
import { showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

/** How changes of many units are called together, so that chance does not make some up. */
export function JudgedAcross({ comparisons: { made, falseShare } }: Pick<Heatmap, 'comparisons'>) {
  const { t, locale } = useTexts()
  return (
    <Disclosure summary={t('report.judged')}>
      <p className="measure">{t('across.judged', { made, share: showShare(falseShare, t, locale) })}</p>
    </Disclosure>
  )
}
