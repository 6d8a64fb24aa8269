import type { ItemResult, ScaleResult } from '@chorus/contracts/report'
import { showMean } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { AnswerShares } from './answer-shares.tsx'
import './item-results.css'

/** The statements behind a scale in the newest wave, in the order in which they were asked. */
export function ItemResults({ scale }: { scale: ScaleResult }) {
  const { t } = useTexts()
  const anyShares = scale.items.some(({ answers }) => answers !== null)
  return (
    <>
      <p className="small soft measure">
        {t('report.items-words')} {t(anyShares ? 'report.items-shares' : 'report.items-no-shares')}
      </p>
      <ul className="items">
        {scale.items.map((item) => (
          <Item key={item.id} item={item} scale={scale} />
        ))}
      </ul>
    </>
  )
}

function Item({ item, scale }: { item: ItemResult; scale: ScaleResult }) {
  const { t, locale } = useTexts()
  const { text, lang } = localised(item.text, locale)
  return (
    <li className="item">
      <p>
        <span lang={lang}>{text}</span>
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
      {item.answers && <AnswerShares caption={text} answers={item.answers} scale={scale} />}
    </li>
  )
}
