import { ApiProblem } from '../lib/api/problem.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { Notice } from './notice.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** A refusal in words, with the time to wait where there is one. */
export function WaitOrProblem({ error }: { error: unknown }) {
  const { t } = useTexts()
  if (!(error instanceof ApiProblem) || error.retryAfter === null) return <ProblemNotice error={error} />
  const minutes = Math.floor(error.retryAfter / 60)
  const time = `${minutes}:${String(error.retryAfter % 60).padStart(2, '0')}`
  return (
    <Notice tone="problem">
      <p>{t('password.wait', { time })}</p>
    </Notice>
  )
}
