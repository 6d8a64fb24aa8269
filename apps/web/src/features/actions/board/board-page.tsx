import type { Action } from '@chorus/contracts/actions'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { useTexts } from '../../../lib/i18n/texts.ts'
import { Card } from '../../../ui/card.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Loaded } from '../../../ui/loaded.tsx'
import { PageTitle } from '../../../ui/page-title.tsx'
import { actionBoardQuery, type BoardChoice } from '../api/action-board.ts'
import { NoteProgress } from '../note-progress.tsx'
import { stateWords } from '../state-chip.tsx'
import { AddHere } from './add-here.tsx'
import { BoardCard, cardId } from './board-card.tsx'
import { BoardChoices } from './board-choices.tsx'
import '../actions.css'
import './board.css'

const columns = ['planned', 'under way', 'done', 'let go'] as const

type Props = {
  /** The reader's own unit: nothing else is chosen at first. */
  own: string
  /** What people of a unit say of it in the pulses. */
  besides: (unit: string) => ReactNode
}

/** What all units do that the reader reads. */
export function BoardPage({ own, besides }: Props) {
  const { t } = useTexts()
  const [choice, setChoice] = useState<BoardChoice>({ unit: '', show: '', cause: '' })
  const [isList, setIsList] = useState(false)
  const [moving, setMoving] = useState<Action | null>(null)
  const [moved, setMoved] = useState<Action | null>(null)
  // The card stands in another column now, and what had the focus is gone.
  useEffect(() => {
    if (moved) document.getElementById(cardId(moved))?.focus()
  }, [moved])
  const cards = (actions: readonly Action[]) => (
    <ul className="actions">
      {actions.map((action) => (
        <BoardCard key={action.id} action={action} onMove={() => setMoving(action)} />
      ))}
    </ul>
  )
  return (
    <div className="stack stack-wide">
      <div className="stack">
        <PageTitle title={t('board.title')} />
        <p className="lead soft">{t('board.lead')}</p>
        <AddHere unit={choice.unit || own} />
      </div>
      <Loaded query={useQuery(actionBoardQuery(choice))}>
        {({ actions, more, units }) => (
          <>
            <BoardChoices units={units} choice={choice} onChange={setChoice}>
              <Choice
                label={t('board.view')}
                value={isList ? 'list' : 'board'}
                onChange={({ currentTarget: { value } }) => setIsList(value === 'list')}
                options={[
                  ['board', t('board.view-board')],
                  ['list', t('board.view-list')],
                ]}
              />
            </BoardChoices>
            <p className="visually-hidden" role="status">
              {moved && t('board.moved', { title: moved.title, state: t(stateWords[moved.state]) })}
            </p>
            {actions.length === 0 && <p className="measure">{t('board.none')}</p>}
            {isList ? (
              actions.length > 0 && <Card>{cards(actions)}</Card>
            ) : (
              <div className="board">
                {columns.map((state) => {
                  const there = actions.filter((action) => action.state === state)
                  return (
                    <section
                      key={state}
                      className="board-column"
                      aria-labelledby={`board-${state.replace(' ', '-')}`}
                    >
                      <h2 id={`board-${state.replace(' ', '-')}`}>
                        {t('actions.count', { state: t(stateWords[state]), count: there.length })}
                      </h2>
                      {cards(there)}
                    </section>
                  )
                })}
              </div>
            )}
            {more && <p className="small soft">{t('board.more')}</p>}
          </>
        )}
      </Loaded>
      {besides(choice.unit || own)}
      {moving && <NoteProgress action={moving} onSaved={setMoved} onClose={() => setMoving(null)} />}
    </div>
  )
}
