import type { Action } from '@chorus/contracts/actions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { actionOwnersQuery } from './api/unit-actions.ts'

type Props = { unit: string; owner: Action['owner'] | undefined; problem: string | undefined }

/** Who takes care of an action, from the unit or in words: `owner` and `owner-words` of the form. */
export function OwnerFields({ unit, owner, problem }: Props) {
  const { t } = useTexts()
  const people = useQuery(actionOwnersQuery(unit)).data?.people ?? []
  const [chosen, setChosen] = useState<string>(owner?.person ?? '')
  return (
    <>
      <Choice
        label={t('actions.form.owner')}
        name="owner"
        value={people.some(({ id }) => id === chosen) ? chosen : ''}
        onChange={(event) => setChosen(event.currentTarget.value)}
        options={[
          ['', t('actions.form.owner-other')] as const,
          ...people.map(({ id, name }) => [id, name] as const),
        ]}
      />
      {!people.some(({ id }) => id === chosen) && (
        <Field
          label={t('actions.form.owner-words')}
          name="owner-words"
          maxLength={200}
          autoComplete="off"
          defaultValue={owner?.name ?? ''}
          problem={problem}
        />
      )}
    </>
  )
}
