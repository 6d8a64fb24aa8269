import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../ui/styles/tokens.css'
import '../ui/styles/base.css'
import '../ui/styles/helpers.css'
import { preferredLocale } from '../lib/i18n/locale.ts'
import { startTexts } from '../lib/i18n/texts.ts'
import { loadCatalogue } from './catalogue.ts'
import { Providers } from './providers.tsx'

const root = document.getElementById('root')

await startTexts(loadCatalogue, preferredLocale())
if (root)
  createRoot(root).render(
    <StrictMode>
      <Providers />
    </StrictMode>,
  )
