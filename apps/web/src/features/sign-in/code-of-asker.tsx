import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Field } from '../../ui/field.tsx'

/** A link that another browser asked for: the digits shown there sign in here. */
export function CodeOfAsker({ wrong, onCode }: { wrong: boolean; onCode: (code: string) => void }) {
  const { t } = useTexts()
  const [problem, setProblem] = useState<string | undefined>(
    wrong ? t('problem.link-code-not-valid') : undefined,
  )
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const code = String(new FormData(event.currentTarget).get('code') ?? '').replace(/\s/g, '')
    const fits = /^\d{6}$/.test(code)
    setProblem(fits ? undefined : t('sign-in.code-missing'))
    if (fits) onCode(code)
  }
  return (
    <Card labelledBy="sign-in-elsewhere">
      <h2 id="sign-in-elsewhere">{t('sign-in.elsewhere')}</h2>
      <p>{t('sign-in.elsewhere-words')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('sign-in.code')}
          name="code"
          inputMode="numeric"
          autoComplete="off"
          maxLength={10}
          problem={problem}
        />
        <div>
          <Button type="submit" look="main">
            {t('sign-in.press-button')}
          </Button>
        </div>
      </form>
    </Card>
  )
}
