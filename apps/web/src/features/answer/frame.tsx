import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Logo } from '../../ui/logo.tsx'
import './frame.css'

/** Round every step of the page. No account name: nothing here should look as if it knew who is reading. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useTexts()
  return (
    <div className="frame">
      <header className="frame-head">
        <a className="frame-brand" href="/" aria-label={t('answer.home')}>
          <Logo />
          <span>Chorus</span>
        </a>
        <LanguageSwitch />
      </header>
      <main className="frame-main">{children}</main>
    </div>
  )
}
