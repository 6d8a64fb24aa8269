import type { Reminders } from '@chorus/contracts/mail'
import { request } from '../../../lib/api/request.ts'

/** Whose reminders are meant: of the link in a mail, or of whoever is signed in. */
export type Whose = { readonly token: string } | 'mine'

const addressOf = (whose: Whose) =>
  whose === 'mine' ? '/api/my/reminders' : `/api/reminders/${encodeURIComponent(whose.token)}`

export async function getReminders(whose: Whose): Promise<Reminders> {
  return request('GET', addressOf(whose))
}

export async function setReminders(whose: Whose, wanted: boolean): Promise<Reminders> {
  return request('PUT', addressOf(whose), { wanted })
}
