import type { ReviewParts } from '@chorus/contracts/reviews'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { openReview, reviewPeopleQuery, reviewsQuery } from './api/reviews.ts'
import { firstBasics } from './first-basics.ts'
import { DaysFields, TitleField } from './steps/basics-fields.tsx'

export type UnitChoice = { readonly id: string; readonly name: string }

/** What it is about, for which unit, and who leads it. */
export function OpenReview({ units, onClose }: { units: readonly UnitChoice[]; onClose: () => void }) {
  const { t, locale } = useTexts()
  const client = useQueryClient()
  const navigate = useNavigate()
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  const [chosen, setChosen] = useState('')
  const [basics, setBasics] = useState<ReviewParts['basics']>(() => firstBasics(locale, new Date()))
  const people = useQuery(reviewPeopleQuery(unit)).data?.people ?? []
  const facilitator = people.some(({ id }) => id === chosen) ? chosen : ''
  const opening = useMutation({
    mutationFn: () => openReview({ unit, facilitator, ...basics }),
    onSuccess: async ({ id }) => {
      await client.invalidateQueries({ queryKey: reviewsQuery.queryKey })
      await navigate({ to: '/reviews/$review', params: { review: id } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!opening.isPending) opening.mutate()
  }
  return (
    <Dialog title={t('reviews.open')} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        <Choice
          label={t('reviews.unit')}
          value={unit}
          onChange={(event) => setUnit(event.currentTarget.value)}
          options={units.map(({ id, name }) => [id, name] as const)}
        />
        <TitleField content={basics} change={setBasics} />
        <DaysFields content={basics} change={setBasics} />
        <div className="stack stack-tight">
          <Choice
            label={t('reviews.facilitator')}
            required
            value={facilitator}
            onChange={(event) => setChosen(event.currentTarget.value)}
            options={[
              ['', t('reviews.choose')] as const,
              ...people.map(({ id, name }) => [id, name] as const),
            ]}
          />
          <p className="small soft">{t('reviews.facilitator-hint')}</p>
        </div>
        {opening.error && <ProblemNotice error={opening.error} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>{t('shared.cancel')}</Button>
          <Button type="submit" look="main" busy={opening.isPending}>
            {t('reviews.open')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
