import type { FirstStartRequest } from '@chorus/contracts/first-start'
import { type Locale, locales } from '@chorus/contracts/locale'
import type { MessageId } from '../../lib/i18n/message-id.ts'

type Field = 'code' | 'organisation' | 'name' | 'email'
export type Missing = Partial<Record<Field, MessageId>>

/** What the form says, or which of its fields lack what. */
export function readFirstStart(given: FormData): { request: FirstStartRequest } | { missing: Missing } {
  const text = (field: string) => String(given.get(field) ?? '').trim()
  const missing: Missing = {
    ...(text('code') === '' && { code: 'first-start.code-missing' }),
    ...(text('organisation') === '' && { organisation: 'first-start.organisation-missing' }),
    ...(text('name') === '' && { name: 'first-start.name-missing' }),
    ...(!/^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text('email')) && { email: 'first-start.email-missing' }),
  }
  if (Object.keys(missing).length > 0) return { missing }
  return {
    request: {
      code: text('code'),
      organisation: text('organisation'),
      language: localeIn(text('language')),
      zone: text('zone'),
      name: text('name'),
      email: text('email'),
    },
  }
}

function localeIn(text: string): Locale {
  return locales.find((one) => one === text) ?? 'en'
}
