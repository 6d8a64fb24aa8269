import type { UnitReport } from '@chorus/contracts/report'
import { showShare } from '../../lib/format/figures.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

/** Among how many comparisons the verdicts of this page were judged. */
export function HowJudged({ report: { comparisons, furtherComparisons, needs } }: { report: UnitReport }) {
  const { t, locale } = useTexts()
  const { made, falseShare } = comparisons
  return (
    <Disclosure summary={t('report.judged')}>
      <div className="stack measure">
        <p>{t('report.judged-words', { made, share: showShare(falseShare, t, locale) })}</p>
        <p>{t('details.judged-further', furtherComparisons)}</p>
        <p>{t('report.judged-rule', { n: needs.change, size: needs.size })}</p>
      </div>
    </Disclosure>
  )
}
