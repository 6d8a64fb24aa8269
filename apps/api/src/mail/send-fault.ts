import type { MailTrouble } from '@chorus/contracts/mail'

/**
 * Why a mail was not taken. `server`: no mail would be, so all wait. `later`: the server put this one off. `address`: it refused the
 * address for good. `mail`: it refused this mail.
 */
export type SendFault =
  | { readonly code: 'server'; readonly trouble: MailTrouble }
  | { readonly code: 'later' }
  | { readonly code: 'address' }
  | { readonly code: 'mail' }

/** @throws what neither a mail server nor the way to it said */
export function sendFaultOf(error: unknown): SendFault {
  if (!(error instanceof Error)) throw error
  const code = 'code' in error ? String(error.code) : ''
  const command = 'command' in error ? String(error.command) : ''
  const status = 'responseCode' in error ? Number(error.responseCode) : 0
  if (code === 'EAUTH' || code === 'ENOAUTH') return { code: 'server', trouble: 'sign-in-refused' }
  if (code === 'ETLS') return { code: 'server', trouble: 'not-encrypted' }
  if (status === 421) return { code: 'server', trouble: 'busy' }
  // An address that cannot even be written to a server.
  if (status === 0 && code === 'EENVELOPE') return { code: 'address' }
  if (status === 0 && !/^E[A-Z]+$/.test(code)) throw error
  if (status === 0 || command === 'CONN') return { code: 'server', trouble: 'not-reached' }
  if (command === 'MAIL FROM' && status >= 500) return { code: 'server', trouble: 'sender-refused' }
  if (status < 500) return { code: 'later' }
  return command === 'RCPT TO' ? { code: 'address' } : { code: 'mail' }
}
