import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import '../../ui/styles/tokens.css'
import '../../ui/styles/base.css'
import '../../ui/styles/helpers.css'
import { preferredLocale } from '../../lib/i18n/locale.ts'
import { startTexts } from '../../lib/i18n/texts.ts'
import { AnswerPage } from './answer-page.tsx'
import { loadCatalogue } from './catalogue.ts'
import { draftOf, tabStorage } from './draft.ts'
import { joinedDraft, readNativeForm } from './native-form.ts'
import { startPageSender } from './page-sender.ts'
import { pulseOf } from './use-pulse.ts'

const wave = decodeURIComponent(location.pathname.split('/')[2] ?? '')
const sender = startPageSender()
const root = document.getElementById('root')
const focused = document.activeElement
const served = document.documentElement.lang
const locale = preferredLocale()

if (root?.firstElementChild) await takeOver(root)
else if (root) {
  await startTexts(loadCatalogue, locale)
  createRoot(root).render(
    <StrictMode>
      <AnswerPage wave={wave} sender={sender} />
    </StrictMode>,
  )
}

/** The server's form is in use already. It stays until all is there to go on with, and what was chosen in it goes along. */
async function takeOver(form: HTMLElement): Promise<void> {
  const [, first] = await Promise.all([startTexts(loadCatalogue, locale), pulseOf(wave)])
  const draft = draftOf(wave, tabStorage())
  const done = readNativeForm(form, location.hash)
  const joined = joinedDraft(draft.read(), done)
  // Who has answered already meets the form too, for a moment: what was chosen in it is for nobody.
  if (first.is === 'open' && first.pulse.invitation.ballotCollected) draft.wipe()
  else if (joined) draft.keep(joined)
  const takesOver = first.is === 'open' && served === locale
  const page = (
    <StrictMode>
      <AnswerPage wave={wave} sender={sender} first={first} takesOver={takesOver} startAt={done.at} />
    </StrictMode>
  )
  if (takesOver) {
    hydrateRoot(form, page)
    // When a page has loaded, Chromium once more moves the focus to where the address leads: away from the answer in it.
    if (focused instanceof HTMLElement && document.activeElement?.contains(focused))
      focused.focus({ preventScroll: true })
  } else {
    form.replaceChildren()
    createRoot(form).render(page)
  }
}
