import { type Locale, locales } from '../lib/i18n/locale.ts'
import { changeLocale, useTexts } from '../lib/i18n/texts.ts'
import './language-switch.css'

const ownNames: Record<Locale, string> = { en: 'English', de: 'Deutsch' }

export function LanguageSwitch() {
  const { t, locale } = useTexts()
  return (
    <fieldset className="language-switch">
      <legend className="visually-hidden">{t('shared.language')}</legend>
      {locales.map((one) => (
        <button
          key={one}
          type="button"
          lang={one}
          aria-pressed={one === locale}
          onClick={() => void changeLocale(one)}
        >
          <span aria-hidden="true">{one.toUpperCase()}</span>
          <span className="visually-hidden">{ownNames[one]}</span>
        </button>
      ))}
    </fieldset>
  )
}
