import type { Scale } from '@chorus/contracts/instrument'
import type { DraftScale } from '@chorus/contracts/instruments'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Words } from './words.tsx'

/** A scale as it is asked: when, from where, and its statements. */
export function ScaleReading({ scale }: { scale: Scale | DraftScale }) {
  const { t } = useTexts()
  const [first] = scale.items
  return (
    <>
      <p>
        {t(`instruments.role.${scale.role}`)}
        {first && ` ${t('instruments.range', { min: first.min, max: first.max })}`}
      </p>
      <ol className="instrument-items">
        {scale.items.map((item) => (
          <li key={item.id}>
            <Words text={item.text} none={t('instruments.textless')} />
            {item.reversed && <span className="small soft"> {t('instruments.is-reversed')}</span>}
          </li>
        ))}
      </ol>
      {scale.source && (
        <p className="small soft">
          {t('instruments.source')}: <bdi>{scale.source}</bdi>
        </p>
      )}
    </>
  )
}
