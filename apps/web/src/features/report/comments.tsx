import type { UnitComments, UnitReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { localised } from '../../lib/i18n/localised.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { conversationsQuery } from './api/conversations.ts'
import { unitCommentsQuery } from './api/unit-comments.ts'
import { Conversation } from './conversation.tsx'
import '../../ui/select.css'
import './comments.css'

/** What people wrote in one wave, under the name of the scale and beside no figure. Nothing where the newest wave asked for no comments. */
export function Comments({ unit, waves }: Pick<UnitReport, 'waves'> & { unit: string }) {
  const { t } = useTexts()
  const id = useId()
  const newest = waves.at(-1)?.id ?? ''
  const [chosen, setChosen] = useState(newest)
  const inNewest = useQuery(unitCommentsQuery(unit, newest))
  const query = useQuery(unitCommentsQuery(unit, chosen))
  if (inNewest.data?.scales.length === 0) return null
  return (
    <Card labelledBy={`${id}-title`}>
      <div className="comments-head">
        <h2 id={`${id}-title`}>{t('report.comments')}</h2>
        {waves.length > 1 && (
          <div className="comments-wave">
            <label className="small soft" htmlFor={id}>
              {t('report.comments-wave')}
            </label>
            <select
              id={id}
              className="select"
              value={chosen}
              onChange={(event) => setChosen(event.currentTarget.value)}
            >
              {waves.toReversed().map((wave) => (
                <option key={wave.id} value={wave.id}>
                  {wave.label}
                </option>
              ))}
            </select>
          </div>
        )}
      </div>
      <Loaded query={query}>{(comments) => <Lists comments={comments} />}</Loaded>
    </Card>
  )
}

function Lists({ comments: { unit, wave, scales, threshold } }: { comments: UnitComments }) {
  const { t, locale } = useTexts()
  const conversations = useQuery(conversationsQuery(unit.id, wave.id))
  const answers = conversations.data?.answers ?? []
  if (scales.length === 0) return <p className="soft">{t('report.comments-not-asked')}</p>
  return (
    <>
      <p className="small soft measure">{t('report.comments-words', { threshold })}</p>
      {conversations.error && <ProblemNotice error={conversations.error} />}
      {scales.map(({ id, name, comments }) => (
        <section key={id} className="comments-scale">
          <h3>{localised(name, locale).text}</h3>
          {comments.length === 0 ? (
            <p className="soft">{t('report.comments-none')}</p>
          ) : (
            <ul className="comments">
              {comments.map((comment) => (
                <Conversation
                  key={comment.id}
                  comment={comment}
                  answers={answers.filter((one) => one.comment === comment.id)}
                  unit={unit.id}
                  wave={wave.id}
                />
              ))}
            </ul>
          )}
        </section>
      ))}
    </>
  )
}
