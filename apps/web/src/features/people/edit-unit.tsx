import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { addUnit, changeUnit, closeUnit, joinUnit, peopleKey, unitsQuery } from './api/people.ts'
import { type UnitRow, unitOptions } from './unit-options.ts'

export type UnitWork = 'add' | 'rename' | 'move' | 'join' | 'close'

type Props = {
  work: UnitWork
  unit: UnitRow
  units: readonly UnitRow[]
  onDone: () => void
  onClose: () => void
}

export function EditUnit({ work, unit, units, onDone, onClose }: Props) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [missing, setMissing] = useState(false)
  const working = useMutation({
    mutationFn: (given: { name: string; other: string }) => doWork(work, unit.id, given),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey })
      await client.invalidateQueries({ queryKey: peopleKey })
      onDone()
      onClose()
    },
  })
  const isNamed = work === 'add' || work === 'rename'
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = (name: string) => String(form.get(name) ?? '').trim()
    const lacksName = isNamed && given('name') === ''
    setMissing(lacksName)
    if (!lacksName) working.mutate({ name: given('name'), other: given('other') })
  }
  const others = units.filter(({ id }) => id !== unit.id)
  return (
    <Dialog title={`${unit.name}: ${t(`people.unit-${work}`)}`} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        {work === 'join' && <p>{t('people.unit-join-words', { unit: unit.name })}</p>}
        {work === 'close' && <p>{t('people.unit-close-words')}</p>}
        {isNamed && (
          <Field
            label={t('people.name')}
            name="name"
            maxLength={200}
            autoComplete="off"
            defaultValue={work === 'rename' ? unit.name : undefined}
            problem={missing ? t('people.missing') : undefined}
          />
        )}
        {(work === 'move' || work === 'join') && (
          <Choice
            label={t(work === 'move' ? 'people.unit-parent' : 'people.unit-into')}
            name="other"
            defaultValue={unit.parent ?? undefined}
            options={unitOptions(others)}
          />
        )}
        {working.error && <ProblemNotice error={working.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button
            type="submit"
            look={work === 'join' || work === 'close' ? 'danger' : 'main'}
            busy={working.isPending}
          >
            {t(working.isPending ? 'shared.working' : `people.unit-${work}`)}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

function doWork(
  work: UnitWork,
  unit: string,
  { name, other }: { name: string; other: string },
): Promise<void> {
  switch (work) {
    case 'add':
      return addUnit(name, unit)
    case 'rename':
      return changeUnit(unit, { name })
    case 'move':
      return changeUnit(unit, { parent: other })
    case 'join':
      return joinUnit(unit, other)
    case 'close':
      return closeUnit(unit)
  }
}
