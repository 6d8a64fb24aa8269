import type { ItemResult, ScaleResult, UnitReport } from '@chorus/contracts/report'
import { showMean, showShare } from '../../lib/format/figures.ts'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { type Reach, reachOf } from '../../ui/chart/diverging-geometry.ts'
import { AnswerShares, drawn } from './answer-shares.tsx'
import { SavedFigure, unitSource } from './saved-figure.tsx'
import { Moved } from './verdict.tsx'
import './item-results.css'

type Scale = Pick<ScaleResult, 'id' | 'items' | 'points' | 'min' | 'max'>
type Props = { name: string; scale: Scale; report: UnitReport }

/** The statements behind a scale in the newest wave that asked it, in the order in which they were asked. */
export function ItemResults({ name, scale, report }: Props) {
  const { t, locale } = useTexts()
  const bars = scale.items.flatMap(({ answers }) => (answers ? [drawn(answers)] : []))
  const reach = reachOf(bars)
  const list = (
    <ul className="items">
      {scale.items.map((item) => (
        <Item key={item.id} item={item} scale={scale} reach={reach} />
      ))}
    </ul>
  )
  if (bars.length === 0)
    return (
      <>
        <p className="small soft measure">
          {t('report.items-words')} {t('report.items-no-shares', { n: report.needs.detail })}
        </p>
        {list}
      </>
    )
  const inWords = ({ text, answers }: ItemResult) => {
    const shares = answers?.map((share, at) => `${scale.min + at}: ${showShare(share, t, locale)}`)
    return (
      shares &&
      `${localised(text, locale).text} ${new Intl.ListFormat(locale, { type: 'unit' }).format(shares)}.`
    )
  }
  return (
    <SavedFigure
      source={unitSource(report, t, scale.points.at(-1)?.wave)}
      file={`${report.unit.id}-${scale.id}-statements`}
      title={t('report.shares-caption', { item: name })}
      describe={() => scale.items.flatMap((item) => inWords(item) ?? []).join(' ')}
    >
      <div className="stack">
        <p className="small soft measure" data-in-picture="key">
          {t('report.items-words')} {t('details.items-shares')}
        </p>
        {list}
      </div>
    </SavedFigure>
  )
}

function Item({ item, scale, reach }: { item: ItemResult; scale: Scale; reach: Reach }) {
  const { t, locale } = useTexts()
  const { text, lang, dir } = localised(item.text, locale)
  return (
    <li className="item">
      <p {...(item.answers && { 'data-in-picture': 'label' })}>
        <bdi lang={lang} dir={dir}>
          {text}
        </bdi>
        {item.reversed && <span className="small soft"> {t('report.reversed')}</span>}
      </p>
      <p className="item-figure">
        <strong>{showMean(item.mean, scale, t, locale)}</strong>
        {item.change && <Moved change={item.change} />}
        {item.favourable !== null && (
          <span className="small soft">
            {t('details.favourable-is', { share: showShare(item.favourable, t, locale) })}
          </span>
        )}
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
      {item.answers && <AnswerShares caption={text} answers={item.answers} min={scale.min} reach={reach} />}
    </li>
  )
}
