import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useIdle, warnedFor } from './use-idle.ts'

type Props = {
  texts: { title: MessageId; words: MessageId; stay: MessageId; clear: MessageId }
  /** Milliseconds of silence before the warning. */
  after: number
  onOver: () => void
}

/** Clears the page when nobody is there any more, after a warning that can be waved away (WCAG 2.2.1). */
export function IdleWarning({ texts, after, onOver }: Props) {
  const { t } = useTexts()
  const { left, extend } = useIdle(after, onOver)
  if (left === undefined) return null
  return (
    <Dialog title={t(texts.title)} onClose={extend}>
      <p>{t(texts.words, { seconds: warnedFor })}</p>
      <p className="lead" aria-hidden="true">
        {left}
      </p>
      <div className="dialog-actions">
        {/* First, because the first button has the focus: a key pressed in haste clears nothing. */}
        <Button look="main" onClick={extend}>
          {t(texts.stay)}
        </Button>
        <Button onClick={onOver}>{t(texts.clear)}</Button>
      </div>
    </Dialog>
  )
}
