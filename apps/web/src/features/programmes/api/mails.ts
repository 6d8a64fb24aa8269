import type { MailsOfWave } from '@chorus/contracts/mail'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export type OrderKind = 'invitation' | 'reminder' | 'refused'

const addressOf = (wave: string) => `/api/waves/${encodeURIComponent(wave)}/mails`

/** Asked again while mails are being sent. */
export const mailsQuery = (wave: string) =>
  queryOptions({
    queryKey: ['mails', wave],
    queryFn: () => request<MailsOfWave>('GET', addressOf(wave)),
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isSending(state.data) ? 2_000 : false),
  })

export function isSending({ invitation, reminders }: MailsOfWave): boolean {
  return [invitation, ...reminders].some((mailing) => mailing !== null && mailing.left !== 0)
}

export async function orderMails(wave: string, kind: OrderKind): Promise<MailsOfWave> {
  return request('POST', addressOf(wave), { kind })
}
