import type { ScimSettings } from '@chorus/contracts/scim'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { saveScimSettings, scimQuery } from './api/scim.ts'

export function ScimSettingsForm({ settings }: { settings: ScimSettings }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const saving = useMutation({
    mutationFn: saveScimSettings,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['rule-changes'] })
      await client.invalidateQueries({ queryKey: scimQuery.queryKey })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    saving.mutate({
      unitsFrom: given.get('unitsFrom') === 'department' ? 'department' : 'groups',
      unlocked: given.has('unlocked'),
    })
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Choice
        label={t('scim.units-from')}
        name="unitsFrom"
        defaultValue={settings.unitsFrom}
        options={[
          ['groups', t('scim.units-groups')],
          ['department', t('scim.units-department')],
        ]}
      />
      <Tick
        label={t('scim.unlocked')}
        hint={t('scim.unlocked-words')}
        name="unlocked"
        defaultChecked={settings.unlocked}
      />
      {saving.error && <ProblemNotice error={saving.error} />}
      {saving.data && (
        <Notice tone="good">
          <p>{t(saving.data.waits ? 'rules.proposed' : 'scim.saved')}</p>
        </Notice>
      )}
      <div>
        <Button type="submit" look="main" busy={saving.isPending}>
          {t(saving.isPending ? 'shared.working' : 'scim.save')}
        </Button>
      </div>
    </form>
  )
}
