import type { AllRights, GivenRole, PersonRights } from '@chorus/contracts/roles'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SeveralUnits } from '../../ui/several-units.tsx'
import { giveRights } from './api/rights.ts'

const roles: readonly GivenRole[] = ['employee', 'hr', 'administrator', 'auditor']

type Props = {
  person: Pick<PersonRights, 'id' | 'name' | 'role' | 'hrUnits' | 'leads'>
  units: AllRights['units']
  onSaved: (waits: boolean) => void
  onClose: () => void
}

export function ChangeRights({ person, units, onSaved, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [role, setRole] = useState(person.role)
  const [hrUnits, setHrUnits] = useState(person.hrUnits.map(({ id }) => id))
  const [leads, setLeads] = useState(person.leads.map(({ id }) => id))
  const saving = useMutation({
    mutationFn: () => giveRights(person.id, { role, hrUnits: role === 'hr' ? hrUnits : [], leads }),
    onSuccess: async ({ waits }) => {
      onSaved(waits)
      await client.invalidateQueries()
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    saving.mutate()
  }
  return (
    <Dialog title={t('rights.change-of', { name: person.name })} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Choice
          label={t('rights.role')}
          value={role}
          onChange={(event) => setRole(roles.find((one) => one === event.currentTarget.value) ?? role)}
          options={roles.map((one) => [one, t(`rights.role.${one}`)] as const)}
        />
        {role === 'hr' && (
          <SeveralUnits
            label={t('rights.hr-units')}
            hint={t('rights.hr-units-hint')}
            units={units}
            chosen={hrUnits}
            onChange={setHrUnits}
          />
        )}
        <SeveralUnits
          label={t('rights.leads')}
          hint={t('rights.leads-hint')}
          units={units}
          chosen={leads}
          onChange={setLeads}
        />
        {saving.error && <ProblemNotice error={saving.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={saving.isPending}>
            {t('rights.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
