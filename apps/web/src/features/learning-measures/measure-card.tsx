import type { Duration, LearningMeasures, Share } from '@chorus/contracts/learning-measures'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFigureWords } from './figure-words.ts'

type Figure = { readonly of: string; readonly figure: Share | Duration }

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
  const { t } = useTexts()
  const inWords = useFigureWords(measure, fewest)
  return (
    <Card as="article" labelledBy={`measure-${measure}`}>
      <h3 id={`measure-${measure}`}>{t(`learning-measures.${measure}`)}</h3>
      <p className="measure">{t(`learning-measures.${measure}-words`)}</p>
      <dl className="measure-figures">
        {figures.map(({ of, figure }) => {
          const { value, notes } = inWords(figure)
          return (
            <div key={of}>
              <dt className="small soft" dir="auto">
                {of}
              </dt>
              <dd>
                {value !== null && <p className="measure-value">{value}</p>}
                {notes.map((note) => (
                  <p key={note} className="small soft">
                    {note}
                  </p>
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
      <Disclosure summary={t('learning-measures.misuse')}>
        <p className="measure">{t(`learning-measures.${measure}-misuse`)}</p>
      </Disclosure>
    </Card>
  )
}
