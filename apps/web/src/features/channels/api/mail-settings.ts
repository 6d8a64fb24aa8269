import type { MailSettings } from '@chorus/contracts/quiet-hours'
import { queryOptions } from '@tanstack/react-query'
import { request } from '../../../lib/api/request.ts'

export const mailSettingsQuery = queryOptions({
  queryKey: ['mail-settings'],
  queryFn: () => request<MailSettings>('GET', '/api/mail-settings'),
})

export async function setMailSettings(settings: MailSettings): Promise<MailSettings> {
  return request('PUT', '/api/mail-settings', settings)
}
