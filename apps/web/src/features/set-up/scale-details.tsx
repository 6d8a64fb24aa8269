import type { InstrumentsAnswer } from '@chorus/contracts/set-up'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

type Scale = InstrumentsAnswer['instruments'][number]['scales'][number]

/** What a scale asks, word for word, and where it comes from. */
export function ScaleDetails({ scale }: { scale: Scale }) {
  const { t, locale } = useTexts()
  return (
    <Disclosure summary={`${localised(scale.name, locale).text} · ${t(`set-up.instrument.${scale.role}`)}`}>
      <ol className="set-up-items">
        {scale.items.map((item) => {
          const { text, lang, dir } = localised(item.text, locale)
          return (
            <li key={item.id}>
              <span lang={lang} dir={dir}>
                {text}
              </span>
              {item.reversed && <span className="small soft"> ({t('set-up.instrument.reversed')})</span>}
            </li>
          )
        })}
      </ol>
      {scale.source && (
        <p className="small soft" lang="en" dir="ltr">
          {scale.source}
        </p>
      )}
    </Disclosure>
  )
}
