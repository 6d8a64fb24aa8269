import type { WriteLesson } from '@chorus/contracts/lessons'
import { languages, locales } from '@chorus/contracts/locale'
import type { Session } from '@chorus/contracts/session'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Choice } from '../../ui/choice.tsx'
import { Field } from '../../ui/field.tsx'
import { MentionField } from '../../ui/mention-field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/tick.tsx'
import { lessonFiltersQuery } from './api/lessons.ts'
import { kindWords, lessonKinds } from './lesson-kinds.ts'
import { Radios } from './radios.tsx'
import { TagField } from './tag-field.tsx'
import './lessons.css'

type Props = {
  session: Session
  lesson: WriteLesson
  onChange: (lesson: WriteLesson) => void
  send: string
  busy: boolean
  error: unknown
  onSend: () => void
  /** Beside the button that sends. */
  children?: ReactNode
}

/** What must be said; the names of their fields. */
const needed = ['title', 'happened', 'learned'] as const

/** A learning moment as it is written: what it was, three questions, and for whom it is. */
export function LessonForm({ session, lesson, onChange, send, busy, error, onSend, children }: Props) {
  const { t } = useTexts()
  const suggested = useQuery(lessonFiltersQuery).data?.tags.map(({ tag }) => tag) ?? []
  const [tried, setTried] = useState(false)
  const set = (change: Partial<WriteLesson>) => onChange({ ...lesson, ...change })
  const lacking = needed.filter((name) => !lesson[name].trim())
  const problemOf = (name: keyof WriteLesson) =>
    tried && lacking.some((one) => one === name) ? t('people.missing') : undefined
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    setTried(true)
    const [first] = lacking
    const field = event.currentTarget.querySelector<HTMLElement>(`[data-field="${first}"]`)
    if (first && field) field.focus()
    else if (!busy) onSend()
  }
  const units = [session.unit, ...session.leads.filter(({ id }) => id !== session.unit.id)]
  const question = (name: 'happened' | 'learned' | 'now', write: (text: string) => void) => (
    <MentionField
      label={t(`lessons.${name}`)}
      hint={t(`lessons.${name}-hint`)}
      problem={problemOf(name)}
      name={name}
      data-field={name}
      rows={4}
      dir="auto"
      maxLength={4000}
      defaultValue={lesson[name]}
      aria-required={name !== 'now'}
      onStored={write}
    />
  )
  return (
    <form className="stack stack-wide" onSubmit={submit} noValidate>
      <Radios
        legend={t('lessons.kind')}
        name="kind"
        value={lesson.kind}
        options={lessonKinds.map((kind) => [kind, t(kindWords[kind])] as const)}
        onChange={(kind) => set({ kind })}
      />
      <Field
        label={t('lessons.in-one-line')}
        hint={t('lessons.in-one-line-hint')}
        problem={problemOf('title')}
        name="title"
        data-field="title"
        dir="auto"
        maxLength={140}
        autoComplete="off"
        aria-required
        value={lesson.title}
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      {question('happened', (happened) => set({ happened }))}
      {question('learned', (learned) => set({ learned }))}
      {question('now', (now) => set({ now }))}
      <TagField tags={lesson.tags} suggested={suggested} onChange={(tags) => set({ tags })} />
      <div className="lesson-belongs">
        <Field
          label={t('lessons.goal')}
          hint={t('lessons.goal-hint')}
          name="goal"
          dir="auto"
          maxLength={140}
          autoComplete="off"
          value={lesson.goal}
          onChange={(event) => set({ goal: event.currentTarget.value })}
        />
        <Choice
          label={t('lessons.unit')}
          value={lesson.unit}
          options={units.map(({ id, name }) => [id, name] as const)}
          onChange={(event) => {
            const unit = units.find(({ id }) => id === event.currentTarget.value)
            if (unit) set({ unit: unit.id })
          }}
        />
        <Choice
          label={t('lessons.language')}
          value={lesson.language}
          options={locales.map((locale) => [locale, languages[locale].name] as const)}
          onChange={(event) => {
            const language = locales.find((locale) => locale === event.currentTarget.value)
            if (language) set({ language })
          }}
        />
      </div>
      <Radios
        legend={t('lessons.audience')}
        name="audience"
        value={lesson.audience}
        options={[
          ['organisation', t('lessons.audience-organisation')],
          ['unit', t('lessons.audience-unit')],
        ]}
        onChange={(audience) => set({ audience })}
      />
      {session.leads.length > 0 && (
        <Tick
          label={t('lessons.own-slip')}
          hint={t('lessons.own-slip-hint')}
          checked={lesson.leadersOwn}
          onChange={(event) => set({ leadersOwn: event.currentTarget.checked })}
        />
      )}
      {tried && lacking.length > 0 && (
        <Notice tone="problem">
          <p>{t('lessons.lacks')}</p>
        </Notice>
      )}
      {error !== null && <ProblemNotice error={error} />}
      <div className="row">
        <Button type="submit" look="main" busy={busy}>
          {send}
        </Button>
        {children}
      </div>
    </form>
  )
}
