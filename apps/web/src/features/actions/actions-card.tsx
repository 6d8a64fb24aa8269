import type { Action } from '@chorus/contracts/actions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { codeOf } from '../../lib/api/problem.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ActionFacts } from './action-facts.tsx'
import { ActionNotes } from './action-notes.tsx'
import { unitActionsQuery } from './api/unit-actions.ts'
import type { AnsweredResult } from './cause-choice.ts'
import { EditAction } from './edit-action.tsx'
import { NoteProgress } from './note-progress.tsx'
import './actions.css'

type Open = { dialog: 'add' } | { dialog: 'edit' | 'note'; action: Action }

/** What a unit does about its climate: read by everybody in it, kept by who leads it. @param answers results that an action can answer */
export function ActionsCard({ unit, answers }: { unit: string; answers: readonly AnsweredResult[] }) {
  const { t } = useTexts()
  const [open, setOpen] = useState<Open | null>(null)
  const close = () => setOpen(null)
  const query = useQuery(unitActionsQuery(unit))
  // A report keeps the tree of its wave: today the unit may be gone, or the reader was only counted with it.
  if (codeOf(query.error) === 'unknown-unit') return null
  return (
    <Card labelledBy="report-actions">
      <h2 id="report-actions">{t('actions.title')}</h2>
      <p className="small soft measure">{t('actions.words')}</p>
      <Loaded query={query}>
        {({ unit: here, actions, mayWrite }) => {
          const own = actions.filter((action) => action.unit.id === here.id)
          const above = actions.filter((action) => action.unit.id !== here.id)
          return (
            <>
              {own.length === 0 && (
                <p className="measure">{t(mayWrite ? 'actions.none-manager' : 'actions.none')}</p>
              )}
              <ul className="actions">
                {own.map((action) => (
                  <li key={action.id} className="action">
                    <ActionFacts action={action} />
                    <ActionNotes notes={action.notes} />
                    {action.may !== 'read' && (
                      <div className="row">
                        <Button
                          aria-label={`${t('actions.note')}: ${action.title}`}
                          onClick={() => setOpen({ dialog: 'note', action })}
                        >
                          {t('actions.note')}
                        </Button>
                        {action.may === 'change' && (
                          <Button
                            look="quiet"
                            aria-label={`${t('actions.change')}: ${action.title}`}
                            onClick={() => setOpen({ dialog: 'edit', action })}
                          >
                            {t('actions.change')}
                          </Button>
                        )}
                      </div>
                    )}
                  </li>
                ))}
              </ul>
              {mayWrite && (
                <div>
                  <Button look="main" onClick={() => setOpen({ dialog: 'add' })}>
                    {t('actions.add')}
                  </Button>
                </div>
              )}
              {above.length > 0 && (
                <Disclosure summary={t('actions.above')}>
                  <ul className="actions">
                    {above.map((action) => (
                      <li key={action.id} className="action">
                        <p className="small soft">{action.unit.name}</p>
                        <ActionFacts action={action} />
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              )}
              {open?.dialog === 'add' && <EditAction unit={here.id} answers={answers} onClose={close} />}
              {open?.dialog === 'edit' && (
                <EditAction unit={here.id} answers={answers} action={open.action} onClose={close} />
              )}
              {open?.dialog === 'note' && <NoteProgress action={open.action} onClose={close} />}
            </>
          )
        }}
      </Loaded>
    </Card>
  )
}
