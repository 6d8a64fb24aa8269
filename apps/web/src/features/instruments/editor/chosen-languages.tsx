import type { InstrumentDraft } from '@chorus/contracts/instruments'
import { languages, locales } from '@chorus/contracts/locale'
import { useTexts } from '../../../lib/i18n/texts.ts'

/** The languages that the questionnaire is to have. The last one cannot be left out; texts of one that is left out are kept until the end. */
export function ChosenLanguages({
  draft,
  onChange,
}: {
  draft: InstrumentDraft
  onChange: (draft: InstrumentDraft) => void
}) {
  const { t } = useTexts()
  const has = (locale: (typeof locales)[number]) => draft.languages.includes(locale)
  const toggle = (locale: (typeof locales)[number]) => {
    const chosen = locales.filter((one) => (one === locale ? !has(one) : has(one)))
    if (chosen.length > 0) onChange({ ...draft, languages: chosen })
  }
  return (
    <fieldset className="stack stack-tight">
      <legend className="instrument-legend">{t('instruments.languages')}</legend>
      <p className="small soft">{t('instruments.languages-words')}</p>
      <div className="instrument-languages">
        {locales.map((locale) => (
          <label key={locale}>
            <input type="checkbox" checked={has(locale)} onChange={() => toggle(locale)} />
            <span lang={locale}>{languages[locale].name}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
