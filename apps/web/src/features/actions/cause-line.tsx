import type { Action } from '@chorus/contracts/actions'
import { Link } from '@tanstack/react-router'
import { useTexts } from '../../lib/i18n/texts.ts'
import { causeInWords } from './cause-in-words.ts'

/**
 * What an action answers, with the way there: to what it follows from, or to the report of its unit, which is not open to everybody who reads what
 * the unit does.
 */
export function CauseLine({ action: { cause, unit, may } }: { action: Action }) {
  const { t, locale } = useTexts()
  const words = <span dir="auto">{causeInWords(cause, t, locale)}</span>
  switch (cause?.kind) {
    case undefined:
      return null
    case 'words':
      return <p className="small soft">{words}</p>
    case 'scale':
    case 'theme':
      return (
        <p className="small soft">
          {may === 'read' ? (
            words
          ) : (
            <Link to="/reports/$unit" params={{ unit: unit.id }}>
              {words}
            </Link>
          )}
        </p>
      )
    case 'review':
      return (
        <p className="small soft">
          <Link to="/reviews/$review" params={{ review: cause.id }}>
            {words}
          </Link>
        </p>
      )
    case 'session':
      return (
        <p className="small soft">
          <Link to="/reflections/$session" params={{ session: cause.id }}>
            {words}
          </Link>
        </p>
      )
    case 'experiment':
      return (
        <p className="small soft">
          <Link to="/experiments/$experiment" params={{ experiment: cause.id }}>
            {words}
          </Link>
        </p>
      )
  }
}
