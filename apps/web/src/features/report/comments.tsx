import type { UnitReport } from '@chorus/contracts/report'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { unitCommentsQuery } from './api/unit-comments.ts'
import { CommentLists } from './comment-lists.tsx'
import '../../ui/select.css'
import './comments.css'

/** What people wrote in one wave, under the name of the scale or of a theme and beside no figure. Nothing where no wave asked for comments. */
export function Comments({ unit, waves }: Pick<UnitReport, 'waves'> & { unit: string }) {
  const asked = waves.filter(({ comments }) => comments)
  const newest = asked.at(-1)
  return newest ? <CommentsOf unit={unit} waves={asked} newest={newest.id} /> : null
}

function CommentsOf({ unit, waves, newest }: Parameters<typeof Comments>[0] & { newest: string }) {
  const { t } = useTexts()
  const id = useId()
  const [chosen, setChosen] = useState(newest)
  const query = useQuery(unitCommentsQuery(unit, chosen))
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
      <Loaded query={query}>
        {(comments) => <CommentLists key={comments.wave.id} comments={comments} />}
      </Loaded>
    </Card>
  )
}
