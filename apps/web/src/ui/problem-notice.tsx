import { ApiProblem, codeOf } from '../lib/api/problem.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { Button } from './button.tsx'
import { Notice } from './notice.tsx'

/** A refusal in words, and a way to try again where that can help. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTexts()
  return (
    <Notice tone="problem">
      <p>{t(`problem.${codeOf(error)}`)}</p>
      {error instanceof ApiProblem && error.code === 'subject-hidden' && <p dir="auto">{error.detail}</p>}
      {onRetry && (
        <div>
          <Button onClick={onRetry}>{t('shared.retry')}</Button>
        </div>
      )}
    </Notice>
  )
}
