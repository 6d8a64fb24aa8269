import type { Action } from '@chorus/contracts/actions'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { PageTitle } from '../../ui/page-title.tsx'
import { OwnerAndDay } from './action-facts.tsx'
import { NotesByDay } from './action-notes.tsx'
import { actionQuery } from './api/unit-actions.ts'
import { CauseLine } from './cause-line.tsx'
import { EditAction } from './edit-action.tsx'
import { NoteProgress } from './note-progress.tsx'
import { StateChip } from './state-chip.tsx'
import './actions.css'

/** One action. @param thread what others say to it */
export function ActionPage({ action: id, thread }: { action: string; thread: ReactNode }) {
  const { t } = useTexts()
  return (
    <Loaded query={useQuery(actionQuery(id))} title={t('board.title')}>
      {(action) => (
        <div className="stack stack-wide">
          <div className="stack stack-tight">
            <p className="small">
              <Link to="/actions">{t('board.title')}</Link>
            </p>
            <PageTitle title={action.title}>
              <span dir="auto">{action.title}</span>
            </PageTitle>
            <p className="action-title">
              <StateChip state={action.state} /> <span className="small soft">{action.unit.name}</span>
            </p>
          </div>
          <Card as="article">
            <OwnerAndDay action={action} />
            <CauseLine action={action} />
            <h2>{t('actions.so-far')}</h2>
            {action.notes.length === 0 ? (
              <p className="measure">{t('actions.nothing-yet')}</p>
            ) : (
              <NotesByDay notes={action.notes} />
            )}
            <Steps action={action} />
          </Card>
          {thread}
        </div>
      )}
    </Loaded>
  )
}

/** What the reader may do with it. */
function Steps({ action }: { action: Action }) {
  const { t } = useTexts()
  const [open, setOpen] = useState<'note' | 'change' | null>(null)
  const close = () => setOpen(null)
  if (action.may === 'read') return null
  return (
    <div className="row">
      <Button look="main" onClick={() => setOpen('note')}>
        {t('actions.note')}
      </Button>
      {action.may === 'change' && (
        <Button look="quiet" onClick={() => setOpen('change')}>
          {t('actions.change')}
        </Button>
      )}
      {open === 'note' && <NoteProgress action={action} onClose={close} />}
      {open === 'change' && <EditAction unit={action.unit.id} answers={[]} action={action} onClose={close} />}
    </div>
  )
}
