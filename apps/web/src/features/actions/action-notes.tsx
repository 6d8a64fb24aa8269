import type { ActionNote } from '@chorus/contracts/actions'
import { showDay } from '../../lib/format/dates.ts'
import { useTexts } from '../../lib/i18n/texts.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { stateWords } from './state-chip.tsx'

/** What came of an action, for whoever wants to see it. */
export function ActionNotes({ notes }: { notes: readonly ActionNote[] }) {
  const { t } = useTexts()
  if (notes.length === 0) return null
  return (
    <Disclosure summary={t('actions.notes', { count: notes.length })}>
      <NotesByDay notes={notes} />
    </Disclosure>
  )
}

/** Newest first. */
export function NotesByDay({ notes }: { notes: readonly ActionNote[] }) {
  const { t, locale } = useTexts()
  return (
    <ol className="stack">
      {notes.toReversed().map(({ on, state, text }, place) => (
        // Notes are only ever added: those of one day keep their order.
        <li key={notes.length - place} className="action-note">
          <p className="small soft">
            {showDay(on, locale)}
            {state && ` · ${t(stateWords[state])}`}
          </p>
          {text && <p dir="auto">{text}</p>}
        </li>
      ))}
    </ol>
  )
}
