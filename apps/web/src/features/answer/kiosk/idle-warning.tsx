import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { startAfresh } from './start-afresh.ts'
import { useIdle, warnedFor } from './use-idle.ts'

/** Clears the page when nobody is there any more, after a warning that can be waved away (WCAG 2.2.1). */
export function IdleWarning() {
  const { t } = useTexts()
  const { left, extend } = useIdle(startAfresh)
  if (left === undefined) return null
  return (
    <Dialog title={t('kiosk.idle.title')} onClose={extend}>
      <p>{t('kiosk.idle.words', { seconds: warnedFor })}</p>
      <p className="lead" aria-hidden="true">
        {left}
      </p>
      <div className="dialog-actions">
        {/* First, because the first button has the focus: a key pressed in haste clears nothing. */}
        <Button look="main" onClick={extend}>
          {t('kiosk.idle.stay')}
        </Button>
        <Button onClick={startAfresh}>{t('kiosk.idle.clear')}</Button>
      </div>
    </Dialog>
  )
}
