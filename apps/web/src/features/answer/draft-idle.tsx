import { sharedFor } from './draft.ts'
import { IdleWarning } from './idle-warning.tsx'
import { warnedFor } from './use-idle.ts'

/** Wipes what lies on a shared device while its page stays open. @param forget wipes the draft */
export function DraftIdle({ forget }: { forget: () => void }) {
  const over = () => {
    forget()
    location.replace(location.pathname)
  }
  return <IdleWarning where="answer" after={sharedFor - warnedFor * 1000} onOver={over} />
}
