import type { ReactNode } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { Logo } from '../../ui/logo.tsx'
import './frame.css'
// What is loaded after the statements is script alone: nothing of it has to wait for a style.
import './outcomes.css'
import './review.css'

/**
 * Round every step of the page. No account name: nothing here should look as if it knew who is reading.
 * @param home whether there is a way to the start page; a kiosk has none
 * @param native before the script has come: what needs it does not show
 */
export function Frame({
  home = true,
  native = false,
  children,
}: {
  home?: boolean
  native?: boolean
  children: ReactNode
}) {
  const { t } = useTexts()
  return (
    <div className="frame" data-native={native || undefined}>
      <header className="frame-head">
        {home ? (
          <a className="frame-brand" href="/" aria-label={t('answer.home')}>
            <Brand />
          </a>
        ) : (
          <p className="frame-brand">
            <Brand />
          </p>
        )}
        <LanguageSwitch />
      </header>
      <main className="frame-main">{children}</main>
    </div>
  )
}

function Brand() {
  return (
    <>
      <Logo />
      <span>Chorus</span>
    </>
  )
}
