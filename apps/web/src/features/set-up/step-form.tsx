import { type FormEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

/** One step: its heading, its content, back and forward. The heading takes the focus, so that a screen reader says where one is. */
export function StepForm({
  title,
  error,
  busy,
  onBack,
  onNext,
  nextWords,
  children,
}: {
  title: string
  error: unknown
  busy: boolean
  onBack: (() => void) | null
  onNext: () => void
  nextWords: string
  children: ReactNode
}) {
  const { t } = useTexts()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: false }), [])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!busy) onNext()
  }
  return (
    <form className="card card-plain stack" onSubmit={submit} noValidate>
      <h2 ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
      {error !== null && <ProblemNotice error={error} />}
      <div className="row">
        {onBack && <Button onClick={onBack}>{t('set-up.back')}</Button>}
        <Button type="submit" look="main" busy={busy}>
          {busy ? t('shared.working') : nextWords}
        </Button>
      </div>
    </form>
  )
}
