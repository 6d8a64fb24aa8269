import { languages, locales } from '@chorus/contracts/locale'
import { useId } from 'react'
import { changeLocale, useTexts } from '../lib/i18n/texts.ts'
import './language-switch.css'

export function LanguageSwitch() {
  const { t, locale } = useTexts()
  const id = useId()
  return (
    <span className="language-switch">
      <label htmlFor={id} className="visually-hidden">
        {t('shared.language')}
      </label>
      <svg className="language-switch-globe" viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16ZM2 10h16M10 2c5 5 5 11 0 16M10 2c-5 5-5 11 0 16" />
      </svg>
      <select
        id={id}
        value={locale}
        onChange={(event) => {
          const chosen = locales.find((one) => one === event.currentTarget.value)
          if (chosen) void changeLocale(chosen)
        }}
      >
        {locales.map((one) => (
          <option key={one} value={one} lang={one} dir={languages[one].direction}>
            {languages[one].name}
          </option>
        ))}
      </select>
    </span>
  )
}
