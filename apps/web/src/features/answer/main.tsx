import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../../ui/styles/tokens.css'
import '../../ui/styles/base.css'
import '../../ui/styles/helpers.css'
import { preferredLocale } from '../../lib/i18n/locale.ts'
import { startTexts } from '../../lib/i18n/texts.ts'
import { AnswerPage } from './answer-page.tsx'
import { loadCatalogue } from './catalogue.ts'
import { startPageSender } from './page-sender.ts'

const wave = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const sender = startPageSender()
const root = document.getElementById('root')

await startTexts(loadCatalogue, preferredLocale())
if (root)
  createRoot(root).render(
    <StrictMode>
      <AnswerPage wave={wave} sender={sender} />
    </StrictMode>,
  )
