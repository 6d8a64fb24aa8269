import { languages, locales } from '@chorus/contracts/locale'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { ExpectedGroups } from './expected-groups.tsx'
import { StepForm } from './step-form.tsx'
import type { StepProps } from './step-props.ts'

/** Exactly what an employee gets, and what reports will be able to say, before anything is sent. */
export function PreviewStep({ setUp, keep, back, busy, error }: StepProps) {
  const { t, locale } = useTexts()
  const [language, setLanguage] = useState(locale)
  return (
    <StepForm
      title={t('set-up.step.preview')}
      nextWords={t('set-up.next')}
      onNext={() => keep({})}
      onBack={back}
      busy={busy}
      error={error}
    >
      <p className="measure">{t('set-up.preview.words')}</p>
      <Choice
        label={t('set-up.preview.language')}
        options={locales.map((one) => [one, languages[one].name])}
        value={language}
        onChange={(event) => setLanguage(event.target.value)}
      />
      <div className="set-up-frames">
        {(['invitation', 'answer-page'] as const).map((page) => (
          <figure key={page} className="stack stack-tight">
            <figcaption>{t(`set-up.preview.${page}`)}</figcaption>
            <iframe
              title={t(`set-up.preview.${page}`)}
              src={`/api/set-up/${page}?lang=${language}&draft=${setUp.version}`}
              sandbox="allow-same-origin"
            />
          </figure>
        ))}
      </div>
      <ExpectedGroups version={setUp.version} />
    </StepForm>
  )
}
