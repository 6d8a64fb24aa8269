import type { LearningMeasures, Share } from '@chorus/contracts/learning-measures'
import { formatLocale } from '../../lib/format/format-locale.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

type Figure = { readonly of: string; readonly share: Share }

/** One measure: what it says, its figures with what they rest on, and how it would be misused. */
export function MeasureCard({
  measure,
  figures,
  fewest,
}: {
  measure: keyof LearningMeasures
  figures: readonly Figure[]
  fewest: number
}) {
  const { t, locale } = useTexts()
  const percent = new Intl.NumberFormat(formatLocale(locale), { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Card as="article" labelledBy={`measure-${measure}`}>
      <h2 id={`measure-${measure}`}>{t(`learning-measures.${measure}`)}</h2>
      <p className="measure">{t(`learning-measures.${measure}-words`)}</p>
      <dl className="measure-figures">
        {figures.map(({ of, share }) => (
          <div key={of}>
            <dt className="small soft" dir="auto">
              {of}
            </dt>
            <dd>
              <p className="measure-value">
                {share.value === null ? t('learning-measures.too-few') : percent.format(share.value)}
              </p>
              <p className="small soft">
                {share.value === null
                  ? t('learning-measures.fewest', { count: fewest })
                  : t(`learning-measures.${measure}-of`, { count: share.of })}
              </p>
            </dd>
          </div>
        ))}
      </dl>
      <Disclosure summary={t('learning-measures.misuse')}>
        <p className="measure">{t(`learning-measures.${measure}-misuse`)}</p>
      </Disclosure>
    </Card>
  )
}
