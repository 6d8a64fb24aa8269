import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { addTopic, readinessQuery, useRegisterChange } from './api/learning-measures.ts'
import { ReadinessTopicItem } from './readiness-topic-item.tsx'

/** What a unit knows, and who says of themselves that they could step in. */
export function ReadinessRegister({ unit }: { unit: string }) {
  const { t } = useTexts()
  const [added, setAdded] = useState(0)
  const adding = useRegisterChange(unit, () => setAdded((times) => times + 1))
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const title = String(new FormData(event.currentTarget).get('title') ?? '').trim()
    if (title && !adding.isPending) adding.mutate(() => addTopic(unit, title))
  }
  return (
    <section className="stack" aria-labelledby="readiness">
      <h2 id="readiness">{t('learning-measures.register')}</h2>
      <p className="measure">{t('learning-measures.register-words')}</p>
      <Loaded query={useQuery(readinessQuery(unit))}>
        {({ topics, mayAdd }) => (
          <>
            {topics.length === 0 && <p className="measure">{t('learning-measures.register-none')}</p>}
            <ul className="measure-cards">
              {topics.map((topic) => (
                <ReadinessTopicItem key={topic.id} unit={unit} topic={topic} />
              ))}
            </ul>
            {mayAdd && (
              <form key={added} className="stack stack-tight" onSubmit={submit}>
                <Field
                  label={t('learning-measures.topic')}
                  hint={t('learning-measures.topic-hint')}
                  name="title"
                  required
                  maxLength={140}
                  autoComplete="off"
                  dir="auto"
                />
                {adding.error && <ProblemNotice error={adding.error} />}
                <div>
                  <Button type="submit" busy={adding.isPending}>
                    {t('learning-measures.add')}
                  </Button>
                </div>
              </form>
            )}
          </>
        )}
      </Loaded>
    </section>
  )
}
