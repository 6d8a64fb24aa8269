import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { endSessionsOf } from './api/sessions.ts'

/** For HR and administrators: all sessions of one person, without telling whether there were any. */
export function EndOfPerson() {
  const { t } = useTexts()
  const [missing, setMissing] = useState<string>()
  const [asked, setAsked] = useState<string | null>(null)
  const close = () => setAsked(null)
  const ending = useMutation({ mutationFn: endSessionsOf, onSettled: close })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const person = String(new FormData(event.currentTarget).get('person') ?? '').trim()
    setMissing(person ? undefined : t('sessions.person-missing'))
    setAsked(person || null)
  }
  return (
    <Card labelledBy="end-of-person">
      <h2 id="end-of-person">{t('sessions.of-person')}</h2>
      <p className="measure">{t('sessions.of-person-words')}</p>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('sessions.person')}
          name="person"
          maxLength={320}
          autoComplete="off"
          problem={missing}
        />
        {ending.error && <ProblemNotice error={ending.error} />}
        {ending.data && (
          <Notice tone="good">
            <p>{t('sessions.of-person-done', { name: ending.data.person })}</p>
          </Notice>
        )}
        <div>
          <Button type="submit" look="danger">
            {t('sessions.of-person-button')}
          </Button>
        </div>
      </form>
      {asked !== null && (
        <Dialog title={t('sessions.of-person-sure', { person: asked })} onClose={close}>
          <p>{t('sessions.of-person-sure-words')}</p>
          <div className="dialog-actions">
            <Button onClick={close}>{t('shared.cancel')}</Button>
            <Button look="danger" busy={ending.isPending} onClick={() => ending.mutate(asked)}>
              {t(ending.isPending ? 'shared.working' : 'sessions.of-person-button')}
            </Button>
          </div>
        </Dialog>
      )}
    </Card>
  )
}
