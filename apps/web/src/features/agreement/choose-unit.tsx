import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Choice } from '../../ui/choice.tsx'
import { agreementUnitsQuery } from './api/agreements.ts'

/** The units that the reader is in or leads; those that wait for the reader say so. @param name of the current one, which may be none of them */
export function ChooseUnit({ current, name }: { current: string; name: string }) {
  const { t } = useTexts()
  const navigate = useNavigate()
  const units = useQuery(agreementUnitsQuery).data?.units ?? []
  if (units.length < 2) return null
  const isListed = units.some(({ id }) => id === current)
  return (
    <Choice
      label={t('agreement.of-unit')}
      value={isListed ? current : ''}
      onChange={(event) => {
        const unit = event.currentTarget.value
        if (unit) void navigate({ to: '/agreement/$unit', params: { unit } })
      }}
      options={[
        ...(isListed ? [] : [['', name] as const]),
        ...units.map(
          ({ id, name: unit, waitsForReader }) =>
            [id, waitsForReader ? t('agreement.waits', { unit }) : unit] as const,
        ),
      ]}
    />
  )
}
