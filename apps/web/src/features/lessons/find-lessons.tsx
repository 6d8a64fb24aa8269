import type { LessonFilters } from '@chorus/contracts/lessons'
import type { FormEvent } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { kindWords, lessonKinds } from './lesson-kinds.ts'
import { daysToChoose, type LookedFor, lookedForIn } from './looked-for.ts'

type Props = {
  lookedFor: LookedFor
  /** Missing while it is loaded: words can be looked for all the same. */
  filters: LessonFilters | undefined
  onLook: (lookedFor: LookedFor) => void
}

/** Words to look for, and what the lessons are narrowed to. */
export function FindLessons({ lookedFor, filters, onLook }: Props) {
  const { t } = useTexts()
  const change = (name: keyof LookedFor, value: string) =>
    onLook(lookedForIn({ ...lookedFor, [name]: value }))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    change('words', String(new FormData(event.currentTarget).get('words') ?? ''))
  }
  const narrowing = (
    name: 'kind' | 'unit' | 'tag' | 'days',
    options: readonly (readonly [string, string])[],
  ) => (
    <Choice
      label={t(`lessons.filter.${name}`)}
      value={String(lookedFor[name] ?? '')}
      onChange={(event) => change(name, event.currentTarget.value)}
      options={[['', t('lessons.any')], ...options]}
    />
  )
  const tags = filters?.tags.map(({ tag }) => tag) ?? []
  const chosenTag = lookedFor.tag && !tags.includes(lookedFor.tag) ? [lookedFor.tag] : []
  return (
    <search>
      <form className="stack" onSubmit={submit}>
        <div className="find-words">
          <Field
            label={t('lessons.find-words')}
            hint={t('lessons.find-hint')}
            name="words"
            type="search"
            dir="auto"
            maxLength={200}
            autoComplete="off"
            defaultValue={lookedFor.words}
          />
          <Button type="submit">{t('lessons.find')}</Button>
        </div>
        <div className="find-narrowed">
          {narrowing(
            'kind',
            lessonKinds.map((kind) => [kind, t(kindWords[kind])] as const),
          )}
          {narrowing('unit', filters?.units.map(({ id, name }) => [id, name] as const) ?? [])}
          {narrowing(
            'tag',
            [...chosenTag, ...tags].map((tag) => [tag, tag] as const),
          )}
          {narrowing(
            'days',
            daysToChoose.map((days) => [String(days), t('lessons.last-days', { days })] as const),
          )}
        </div>
        {Object.keys(lookedFor).length > 0 && (
          <div>
            <Button look="quiet" onClick={() => onLook({})}>
              {t('lessons.show-all')}
            </Button>
          </div>
        )}
      </form>
    </search>
  )
}
