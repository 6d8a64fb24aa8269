import { type FormEvent, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { KioskIdle } from './kiosk-idle.tsx'
import type { CodeFault } from './use-kiosk.ts'

type Props = { initial: string; busy: boolean; fault: CodeFault | null; onCode: (code: string) => void }

/** The code of the sheet; what is wrong with it is told before the questions. */
export function CodeStep({ initial, busy, fault, onCode }: Props) {
  const { t } = useTexts()
  const [typed, setTyped] = useState(initial)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onCode(typed)
  }
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('kiosk.title')} />
        <p className="lead soft">{t('kiosk.lead')}</p>
      </div>
      <form className="stack kiosk-code" autoComplete="off" onSubmit={submit}>
        <Field
          label={t('kiosk.code')}
          hint={t('kiosk.code-hint')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          autoCapitalize="characters"
          autoCorrect="off"
          spellCheck={false}
          maxLength={60}
          required
          aria-invalid={fault === 'malformed-code' || fault === 'sheet-code-not-valid' || undefined}
        />
        {fault && (
          <Notice tone="problem">
            <p>{t(wordsFor(fault))}</p>
          </Notice>
        )}
        <div className="frame-foot">
          <Button look="main" type="submit" busy={busy}>
            {t(busy ? 'shared.working' : 'kiosk.go')}
          </Button>
        </div>
      </form>
      <p className="measure small soft">{t('kiosk.nothing-kept')}</p>
      {typed !== '' && <KioskIdle />}
    </div>
  )
}

function wordsFor(fault: CodeFault) {
  if (fault === 'malformed-code') return 'kiosk.malformed'
  if (fault === 'manifest-differs') return 'kiosk.differs'
  return `problem.${fault}` as const
}
