import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

const words: readonly (readonly [word: MessageId, meaning: MessageId])[] = [
  ['welcome.safety', 'welcome.safety-means'],
  ['welcome.belonging', 'welcome.belonging-means'],
  ['welcome.learning', 'welcome.learning-means'],
  ['welcome.standards', 'welcome.standards-means'],
]

/** What is asked about in a pulse, in plain words. */
export function ClimateWords() {
  const { t } = useTexts()
  return (
    <>
      <dl className="stack">
        {words.map(([word, meaning]) => (
          <div key={word} className="stack stack-tight">
            <dt>
              <strong>{t(word)}</strong>
            </dt>
            <dd className="measure">{t(meaning)}</dd>
          </div>
        ))}
      </dl>
      <p className="measure soft">{t('welcome.words-together')}</p>
    </>
  )
}
