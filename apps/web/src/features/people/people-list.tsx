import type { ListedPerson } from '@chorus/contracts/people'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { bringBack, type PeopleAsked, peopleKey, peopleQuery, unitsQuery } from './api/people.ts'
import { EditPerson } from './edit-person.tsx'
import { LetLeave } from './let-leave.tsx'
import { PeopleTable } from './people-table.tsx'
import type { UnitRow } from './unit-options.ts'

type Asked = { readonly what: 'edit' | 'leave'; readonly person: ListedPerson } | { readonly what: 'add' }

export function PeopleList({ units, part }: { units: readonly UnitRow[]; part: boolean }) {
  const { t } = useTexts()
  const client = useQueryClient()
  const [shown, setShown] = useState<PeopleAsked>({ search: '', state: 'here', page: 1 })
  const [asked, setAsked] = useState<Asked | null>(null)
  const query = useQuery(peopleQuery(shown))
  const [done, setDone] = useState(false)
  const close = () => setAsked(null)
  const ask = (next: Asked) => {
    setDone(false)
    setAsked(next)
  }
  const returning = useMutation({
    mutationFn: bringBack,
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: peopleKey })
      await client.invalidateQueries({ queryKey: unitsQuery.queryKey })
      setDone(true)
    },
  })
  const search = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const state = given.get('state') === 'left' ? 'left' : 'here'
    setShown({ search: String(given.get('search') ?? '').trim(), state, page: 1 })
  }
  return (
    <Card labelledBy="people-list">
      <h2 id="people-list">{t('people.people')}</h2>
      <form className="people-search" onSubmit={search}>
        <Field
          label={t('people.search')}
          hint={t('people.search-hint')}
          name="search"
          type="search"
          maxLength={200}
          autoComplete="off"
        />
        <Choice
          label={t('people.state')}
          name="state"
          options={[
            ['here', t('people.here')],
            ['left', t('people.left')],
          ]}
        />
        <Button type="submit">{t('people.search')}</Button>
      </form>
      {!part && units.length > 0 && (
        <div>
          <Button look="main" onClick={() => ask({ what: 'add' })}>
            {t('people.add')}
          </Button>
        </div>
      )}
      {returning.error && <ProblemNotice error={returning.error} />}
      {done && (
        <Notice tone="good">
          <p>{t('people.done')}</p>
        </Notice>
      )}
      <Loaded query={query}>
        {(page) => (
          <PeopleTable
            page={page}
            number={shown.page}
            left={shown.state === 'left'}
            onPage={(number) => setShown({ ...shown, page: number })}
            onEdit={(person) => ask({ what: 'edit', person })}
            onReturn={(person) => returning.mutate(person.id)}
          />
        )}
      </Loaded>
      {asked?.what === 'add' && (
        <EditPerson person={null} units={units} onDone={() => setDone(true)} onClose={close} />
      )}
      {asked?.what === 'edit' && (
        <EditPerson
          person={asked.person}
          units={units}
          part={part}
          onDone={() => setDone(true)}
          onLeave={() => setAsked({ what: 'leave', person: asked.person })}
          onClose={close}
        />
      )}
      {asked?.what === 'leave' && (
        <LetLeave person={asked.person} onDone={() => setDone(true)} onClose={close} />
      )}
    </Card>
  )
}
