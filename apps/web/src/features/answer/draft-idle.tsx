import { sharedFor } from './draft.ts'
import { IdleWarning } from './idle-warning.tsx'
import { warnedFor } from './use-idle.ts'

/** Wipes what lies on a shared device while its page stays open. @param forget wipes the draft */
export function DraftIdle({ forget }: { forget: () => void }) {
  const over = () => {
    forget()
    location.replace(location.pathname)
  }
  return <IdleWarning texts={texts} after={sharedFor - warnedFor * 1000} onOver={over} />
}

const texts = {
  title: 'answer.idle.title',
  words: 'answer.idle.words',
  stay: 'answer.idle.stay',
  clear: 'answer.idle.clear',
} as const
