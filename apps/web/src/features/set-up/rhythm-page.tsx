import type { RhythmAnswer } from '@chorus/contracts/rhythm'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { changeRhythm, rhythmQuery } from '../../lib/rhythm/rhythm-query.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { suggestedRhythm } from './first-draft.ts'
import { NumberField } from './number-field.tsx'
import { rhythmFault } from './rhythm-fault.ts'
import { RhythmForm } from './rhythm-form.tsx'
import './set-up.css'

/** The rhythm of a programme that runs already, or was opened by hand so far. */
export function RhythmPage({ programme }: { programme: string }) {
  const { t } = useTexts()
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('rhythm.edit')} />
        <p className="lead soft">{t('rhythm.edit-words')}</p>
      </div>
      <Loaded query={useQuery(rhythmQuery(programme))}>
        {(saved) => <EditRhythm programme={programme} saved={saved} />}
      </Loaded>
    </div>
  )
}

function EditRhythm({ programme, saved }: { programme: string; saved: RhythmAnswer }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [rhythm, setRhythm] = useState(() => saved.rhythm ?? suggestedRhythm(new Date()))
  const [perWave, setPerWave] = useState(saved.rotation?.perWave ?? 1)
  const saving = useMutation({
    mutationFn: changeRhythm,
    onSuccess: async (kept) => {
      client.setQueryData(rhythmQuery(programme).queryKey, kept)
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await navigate({ to: '/programmes' })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate({ programme, rhythm, rotation: { perWave } })
  }
  return (
    <form className="card card-plain stack set-up-edit" onSubmit={submit} noValidate>
      <RhythmForm rhythm={rhythm} onChange={setRhythm} />
      <NumberField
        label={t('set-up.rhythm.per-wave')}
        hint={t('set-up.rhythm.per-wave-hint')}
        min={1}
        max={50}
        value={perWave}
        onChange={(given) => setPerWave(given ?? 0)}
      />
      {saving.error && (
        <Notice tone="problem">
          <p>{t(rhythmFault(saving.error))}</p>
        </Notice>
      )}
      <div className="row">
        <Button onClick={() => void navigate({ to: '/programmes' })}>{t('shared.cancel')}</Button>
        <Button type="submit" look="main" busy={saving.isPending}>
          {t(saving.isPending ? 'shared.working' : 'rhythm.save')}
        </Button>
      </div>
    </form>
  )
}
