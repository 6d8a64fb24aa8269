import type { Result } from '@chorus/basics/result'
import type { MailTrouble } from '@chorus/contracts/mail'
import type { Outcome } from '@chorus/db/stores/outgoing-mail'
import type { SendFault } from './send-fault.ts'

/** What became of a mail, or why the server takes none at the moment. */
export type Sent = Outcome | { readonly trouble: MailTrouble }

/** Afterwards it counts as refused, and HR is told. */
const mostAttempts = 8

/** @param attempts how often it was tried, this time included */
export function sentOr(sent: Result<void, SendFault>, attempts: number): Sent {
  if (sent.ok) return 'done'
  const fault = sent.error
  if (fault.code === 'server') return { trouble: fault.trouble }
  if (fault.code === 'address') return { refused: 'address' }
  return attempts < mostAttempts ? 'later' : { refused: fault.code === 'mail' ? 'mail' : 'address' }
}
