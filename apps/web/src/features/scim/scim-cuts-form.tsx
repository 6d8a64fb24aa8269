import type { ScimCutSource, ScimCuts, ScimSettings } from '@chorus/contracts/scim'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { saveScimCuts, scimCutsQuery } from './api/scim.ts'
import { attributeNames } from './attribute-names.ts'
import './scim-cuts.css'

type Props = {
  cuts: ScimCuts['cuts']
  /** Cuts that people have already: proposed while somebody writes. */
  known: readonly string[]
  unitsFrom: ScimSettings['unitsFrom']
}

export function ScimCutsForm({ cuts, known, unitsFrom }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const list = useId()
  const [twice, setTwice] = useState<{ source: ScimCutSource; cut: string } | null>(null)
  const saving = useMutation({
    mutationFn: saveScimCuts,
    onSuccess: () => client.invalidateQueries({ queryKey: scimCutsQuery.queryKey }),
  })
  const shown = attributeNames.filter(([source]) => source !== 'department' || unitsFrom === 'groups')
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const filled = shown
      .map(([source]) => ({ source, cut: String(given.get(source) ?? '').trim() }))
      .filter(({ cut }) => cut !== '')
    const again = filled.find(({ cut }, at) => filled.slice(0, at).some((one) => one.cut === cut)) ?? null
    setTwice(again)
    if (!again) saving.mutate(Object.fromEntries(filled.map(({ source, cut }) => [source, cut])))
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <datalist id={list}>
        {known.map((cut) => (
          <option key={cut} value={cut} />
        ))}
      </datalist>
      <div className="scim-attributes">
        {shown.map(([source, written]) => (
          <Field
            key={source}
            label={written}
            name={source}
            list={list}
            maxLength={100}
            autoComplete="off"
            defaultValue={cuts[source] ?? ''}
            problem={twice?.source === source ? t('scim-cuts.twice', { cut: twice.cut }) : undefined}
          />
        ))}
      </div>
      {saving.error && <ProblemNotice error={saving.error} />}
      {saving.isSuccess && (
        <Notice tone="good">
          <p>{t('scim-cuts.saved')}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={saving.isPending}>
          {t(saving.isPending ? 'shared.working' : 'scim-cuts.save')}
        </Button>
      </div>
    </form>
  )
}
