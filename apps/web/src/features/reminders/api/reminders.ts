import type { MailTopic, Reminders } from '@chorus/contracts/mail'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

/** Whose mails are meant, and which: of the link in a mail, or a topic of whoever is signed in. */
export type Whose = { readonly token: string } | { readonly mine: MailTopic }

const addressOf = (whose: Whose) =>
  'mine' in whose
    ? `/api/my/reminders?topic=${whose.mine}`
    : `/api/reminders/${encodeURIComponent(whose.token)}`

export const remindersQuery = (whose: Whose) =>
  queryOptions({
    queryKey: ['reminders', whose],
    queryFn: () => request<Reminders>('GET', addressOf(whose)),
  })

export async function setReminders(whose: Whose, wanted: boolean): Promise<Reminders> {
  return request('PUT', addressOf(whose), { wanted })
}
