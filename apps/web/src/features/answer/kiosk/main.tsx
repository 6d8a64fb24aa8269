import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../../ui/styles/tokens.css'
import '../../../ui/styles/base.css'
import '../../../ui/styles/helpers.css'
import { takeFragment } from '../../../lib/address/take-fragment.ts'
import { preferredLocale } from '../../../lib/i18n/locale.ts'
import { startTexts } from '../../../lib/i18n/texts.ts'
import { loadCatalogue } from './catalogue.ts'
import { KioskPage } from './kiosk-page.tsx'

const code = takeFragment(location, history)
const wave = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const element = document.getElementById('root')

// A choice of language is forgotten with the page, like everything else here.
await startTexts(loadCatalogue, preferredLocale(), () => undefined)
if (element) {
  const root = createRoot(element)
  root.render(
    <StrictMode>
      <KioskPage wave={wave} scanned={code} />
    </StrictMode>,
  )
  // Whoever comes back by the browser's own buttons finds a fresh page, also where the browser has kept the old one.
  addEventListener('pagehide', () => root.unmount())
  addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload()
  })
}
// A code scanned into the page that is already open.
addEventListener('hashchange', () => location.reload())
