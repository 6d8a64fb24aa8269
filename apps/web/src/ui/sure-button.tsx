import { useState } from 'react'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** Does what cannot be undone, once somebody has said it twice. */
export function SureButton({
  label,
  title,
  words,
  busy,
  error,
  onSure,
}: {
  label: string
  title: string
  words: string
  busy: boolean
  error: unknown
  onSure: () => void
}) {
  const { t } = useTexts()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {label}
      </Button>
      {isAsking && (
        <Dialog title={title} onClose={() => setAsking(false)}>
          <p>{words}</p>
          {error !== null && <ProblemNotice error={error} />}
          <div className="row">
            <Button look="main" busy={busy} onClick={onSure}>
              {label}
            </Button>
            <Button look="quiet" onClick={() => setAsking(false)}>
              {t('shared.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}
