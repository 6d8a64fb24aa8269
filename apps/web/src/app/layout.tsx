import { Outlet } from '@tanstack/react-router'
import { useTexts } from '../lib/i18n/texts.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { WayBack } from './way-back.tsx'
import './layout.css'

export function Layout() {
  const { t } = useTexts()
  return (
    <div className="layout">
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <Header />
      <main id="main" className="layout-main" tabIndex={-1}>
        <WayBack />
        <Outlet />
      </main>
      <Footer />
    </div>
  )
}
