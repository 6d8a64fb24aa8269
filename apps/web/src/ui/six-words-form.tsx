import { toBase64url } from '@chorus/ballot/base64url'
import { secretOf } from '@chorus/ballot/six-words'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiProblem } from '../lib/api/problem.ts'
import { useTexts } from '../lib/i18n/texts.ts'
import { loadWordList } from '../lib/six-words/load-word-list.ts'
import { Button } from './button.tsx'
import { Field } from './field.tsx'
import { ProblemNotice } from './problem-notice.tsx'

/** Words that were written down on another device. They are kept in the memory of this page alone. */
export function SixWordsForm({ onSecret }: { onSecret: (secret: string | undefined) => void }) {
  const { t } = useTexts()
  const [typed, setTyped] = useState('')
  const looking = useMutation({
    mutationFn: readSecret,
    onSuccess: (secret) => onSecret(secret ?? undefined),
  })
  const notWords = looking.isSuccess && looking.data === null
  return (
    <form
      className="stack"
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        looking.mutate(typed)
      }}
    >
      <Field
        label={t('replies.have-label')}
        value={typed}
        required
        dir="ltr"
        autoCapitalize="none"
        spellCheck={false}
        problem={notWords ? t('replies.not-words') : undefined}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" busy={looking.isPending}>
          {t('replies.have-send')}
        </Button>
      </div>
      {looking.error && <ProblemNotice error={looking.error} />}
    </form>
  )
}

/** base64url; null for what are not six words. */
async function readSecret(typed: string): Promise<string | null> {
  const list = await loadWordList().catch(() => {
    throw new ApiProblem('offline')
  })
  const secret = secretOf(typed, list)
  return secret && toBase64url(secret)
}
