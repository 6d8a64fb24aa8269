import type { LocalisedText } from '@chorus/contracts/instrument'
import type { DraftText } from '@chorus/contracts/instruments'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

/** A text of a questionnaire in the reader's language, else in one that it has, marked as such. @param none where it has no text at all */
export function Words({ text, none }: { text: string | LocalisedText | DraftText; none: string }) {
  const { locale } = useTexts()
  const given = typeof text === 'string' ? text : filled(text)
  const { text: words, lang, dir } = localised(given, locale)
  if (words === '') return none
  return (
    <bdi lang={lang} dir={dir}>
      {words}
    </bdi>
  )
}

function filled(text: LocalisedText | DraftText): LocalisedText {
  return Object.fromEntries(
    Object.entries(text).flatMap(([language, words]) => (words ? [[language, words]] : [])),
  )
}
