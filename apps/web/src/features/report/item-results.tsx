import type { ItemResult, ScaleResult } from '@chorus/contracts/report'
import { bandOf, showMean, showShare } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { AnswerShares } from './answer-shares.tsx'
import './item-results.css'

/** The statements behind a scale in the newest wave, in the order in which they were asked. */
export function ItemResults({ scale, sharesFrom }: { scale: ScaleResult; sharesFrom: number }) {
  const { t } = useTexts()
  const shares = scale.items.flatMap(({ answers }) => answers ?? [])
  const top = Math.max(...shares.map((share) => bandOf(share).hi))
  return (
    <>
      <p className="small soft measure">
        {t('report.items-words')}{' '}
        {shares.length > 0 ? t('report.items-shares') : t('report.items-no-shares', { n: sharesFrom })}
      </p>
      <ul className="items">
        {scale.items.map((item) => (
          <Item key={item.id} item={item} scale={scale} top={top} />
        ))}
      </ul>
    </>
  )
}

function Item({ item, scale, top }: { item: ItemResult; scale: ScaleResult; top: number }) {
  const { t, locale } = useTexts()
  const { text, lang, dir } = localised(item.text, locale)
  return (
    <li className="item">
      <p>
        <bdi lang={lang} dir={dir}>
          {text}
        </bdi>
        {item.reversed && <span className="small soft"> {t('report.reversed')}</span>}
      </p>
      <p className="item-figure">
        <strong>{showMean(item.mean, scale, t, locale)}</strong>
        {item.agreement !== null && (
          <span className="small soft">
            {t('report.agreement-is', { word: t(`report.agreement-word.${item.agreement}`) })}
          </span>
        )}
      </p>
      {item.split && (
        <p className="small">
          {t('report.split', {
            below: showShare(item.split.below, t, locale),
            above: showShare(item.split.above, t, locale),
          })}
        </p>
      )}
      {item.answers && <AnswerShares caption={text} answers={item.answers} min={scale.min} top={top} />}
    </li>
  )
}
