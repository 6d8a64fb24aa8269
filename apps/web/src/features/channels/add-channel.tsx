import type { AddedChannel, ChannelEvent, ChannelKind } from '@chorus/contracts/channels'
import { languages, locales } from '@chorus/contracts/locale'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Checks } from '../../ui/checks.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { addChannel, channelsQuery } from './api/channels.ts'

const kinds: readonly ChannelKind[] = ['slack', 'teams', 'webhook']
const allEvents: readonly ChannelEvent[] = ['wave-open', 'results-out']

type Missing = { name?: string | undefined; url?: string | undefined; events?: string | undefined }

export function AddChannel({ onAdded }: { onAdded: (added: AddedChannel) => void }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState<Missing>({})
  const adding = useMutation({
    mutationFn: addChannel,
    onSuccess: async (added) => {
      await client.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onAdded(added)
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const given = new FormData(form)
    const name = String(given.get('name') ?? '').trim()
    const url = String(given.get('url') ?? '').trim()
    const kind = kinds.find((one) => one === given.get('kind'))
    const ticked = given.getAll('events')
    const events = allEvents.filter((one) => ticked.includes(one))
    const isAddress = /^https?:\/\//.test(url) && URL.canParse(url)
    setMissing({
      name: name ? undefined : t('channels.name-missing'),
      url: isAddress ? undefined : t('problem.channel-address-not-allowed'),
      events: events.length > 0 ? undefined : t('channels.events-missing'),
    })
    if (!name || !isAddress || !kind || events.length === 0) return
    const language = String(given.get('language'))
    adding.mutate({ kind, name, url, language, events }, { onSuccess: () => form.reset() })
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <Choice
        label={t('channels.kind')}
        name="kind"
        options={kinds.map((kind) => [kind, t(`channels.kind.${kind}`)])}
      />
      <Field
        label={t('channels.name')}
        name="name"
        maxLength={80}
        autoComplete="off"
        problem={missing.name}
      />
      <Field
        label={t('channels.url')}
        hint={t('channels.url-hint')}
        name="url"
        type="url"
        dir="ltr"
        maxLength={2000}
        autoComplete="off"
        problem={missing.url}
      />
      <Choice
        label={t('channels.language')}
        name="language"
        defaultValue={locale}
        options={locales.map((one) => [one, languages[one].name])}
      />
      <Checks
        legend={t('channels.events')}
        name="events"
        options={allEvents.map((one) => [one, t(`channels.event.${one}`)])}
        chosen={allEvents}
      />
      {missing.events && (
        <p className="small field-problem" role="alert">
          {missing.events}
        </p>
      )}
      {adding.error && <ProblemNotice error={adding.error} />}
      <div>
        <Button type="submit" look="main" busy={adding.isPending}>
          {t(adding.isPending ? 'shared.working' : 'channels.add')}
        </Button>
      </div>
    </form>
  )
}
