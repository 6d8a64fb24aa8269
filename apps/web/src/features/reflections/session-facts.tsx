import type { ReflectionEntry, ReflectionState } from '@chorus/contracts/reflections'
import { showDay } from '../../lib/format/dates.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'
import { useTexts } from '../../lib/i18n/texts.ts'

const words: Readonly<Record<ReflectionState, MessageId>> = {
  quiet: 'reflections.state.quiet',
  open: 'reflections.state.open',
  closed: 'reflections.state.closed',
}

/** How far a session is, whose it is, who called it together and when. */
export function SessionFacts({ session }: { session: ReflectionEntry }) {
  const { t, locale } = useTexts()
  return (
    <p className="small soft">
      {[
        t(words[session.state]),
        session.unit.name,
        session.facilitator?.name ?? t('community.left'),
        showDay(session.begun, locale),
      ].join(' · ')}
    </p>
  )
}
