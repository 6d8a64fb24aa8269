import { languages, locales } from '@chorus/contracts/locale'
import type { Session } from '@chorus/contracts/session'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { WaitOrProblem } from '../../ui/wait-or-problem.tsx'
import { zonesWith } from '../../ui/zones.ts'
import { setUpChorus } from './api/first-start.ts'
import { type Missing, readFirstStart } from './read-first-start.ts'
import './first-start-page.css'

const ownZone = new Intl.DateTimeFormat().resolvedOptions().timeZone

/** The first page of an empty installation: whoever has the code of the console makes the organisation, and is its first person. */
export function FirstStartPage({ onFounded }: { onFounded: (session: Session) => void }) {
  const { t, locale } = useTexts()
  const [missing, setMissing] = useState<Missing>({})
  const founding = useMutation({ mutationFn: setUpChorus, onSuccess: onFounded })
  const problemOf = (field: keyof Missing) => missing[field] && t(missing[field])
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const read = readFirstStart(new FormData(form))
    const lacking = 'missing' in read ? read.missing : {}
    setMissing(lacking)
    if ('request' in read) founding.mutate(read.request)
    const [first] = Object.keys(lacking)
    if (first) form.querySelector<HTMLInputElement>(`[name="${first}"]`)?.focus()
  }
  return (
    <div className="first-start stack stack-wide">
      <div className="stack">
        <PageTitle title={t('first-start.title')} />
        <p className="lead soft">{t('first-start.lead')}</p>
      </div>
      <form className="card card-plain stack stack-wide" onSubmit={submit} noValidate>
        <Field
          label={t('first-start.code')}
          hint={t('first-start.code-hint')}
          name="code"
          className="first-start-code"
          dir="ltr"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={100}
          problem={problemOf('code')}
        />
        <fieldset className="stack">
          <legend>{t('first-start.about')}</legend>
          <Field
            label={t('first-start.organisation')}
            name="organisation"
            autoComplete="organization"
            maxLength={120}
            problem={problemOf('organisation')}
          />
          <Choice
            label={t('first-start.language')}
            name="language"
            defaultValue={locale}
            options={locales.map((one) => [one, languages[one].name])}
          />
          <Choice
            label={t('first-start.zone')}
            name="zone"
            defaultValue={ownZone}
            options={zonesWith(ownZone)}
          />
        </fieldset>
        <fieldset className="stack">
          <legend>{t('first-start.you')}</legend>
          <Field
            label={t('first-start.name')}
            name="name"
            autoComplete="name"
            maxLength={200}
            problem={problemOf('name')}
          />
          <Field
            label={t('first-start.email')}
            name="email"
            type="email"
            autoComplete="email"
            maxLength={254}
            problem={problemOf('email')}
          />
          <Notice>
            <p>{t('first-start.roles')}</p>
          </Notice>
        </fieldset>
        {founding.error && <WaitOrProblem error={founding.error} />}
        <div className="stack stack-tight">
          <div>
            <Button type="submit" look="main" busy={founding.isPending}>
              {t(founding.isPending ? 'shared.working' : 'first-start.button')}
            </Button>
          </div>
          <p className="small soft">{t('first-start.note')}</p>
        </div>
      </form>
    </div>
  )
}
