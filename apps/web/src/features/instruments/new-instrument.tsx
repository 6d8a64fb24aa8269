import { locales } from '@chorus/contracts/locale'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { beginInstrument, instrumentsQuery } from './api/instruments.ts'

export function NewInstrument({ onClose }: { onClose: () => void }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [missing, setMissing] = useState<string>()
  const beginning = useMutation({
    mutationFn: beginInstrument,
    onSuccess: async ({ id, version }) => {
      await client.invalidateQueries({ queryKey: instrumentsQuery.queryKey })
      await navigate({
        to: '/instruments/$instrument/$version',
        params: { instrument: id, version: String(version) },
      })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const name = String(given.get('name') ?? '').trim()
    setMissing(name ? undefined : t('instruments.name-missing'))
    const from = given.get('from') === 'library' ? 'library' : 'nothing'
    const language = locales.find((one) => one === locale) ?? 'en'
    if (name) beginning.mutate({ name, language, from })
  }
  return (
    <Dialog title={t('instruments.new')} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('instruments.name')}
          name="name"
          maxLength={200}
          autoComplete="off"
          problem={missing}
        />
        <Choice
          label={t('instruments.from')}
          name="from"
          options={[
            ['library', t('instruments.from-library')],
            ['nothing', t('instruments.from-nothing')],
          ]}
        />
        {beginning.error && <ProblemNotice error={beginning.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={beginning.isPending}>
            {t(beginning.isPending ? 'shared.working' : 'instruments.begin')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
