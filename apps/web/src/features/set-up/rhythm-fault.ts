import { ApiProblem, codeOf } from '../../lib/api/problem.ts'
import type { MessageId } from '../../lib/i18n/message-id.ts'

/** The first part of a rhythm that the server refused, in words that say how to mend it. */
export function rhythmFault(error: unknown): MessageId {
  const detail = error instanceof ApiProblem && error.code === 'malformed-request' ? error.detail : ''
  const [, part] = /\/rhythm\/(\w+)/.exec(detail) ?? []
  switch (part) {
    case 'windowDays':
      return 'set-up.fault.window'
    case 'reminderDays':
      return 'set-up.fault.reminders'
    case 'rests':
      return 'set-up.fault.rests'
    case 'workdays':
      return 'set-up.fault.workdays'
    case undefined:
      return detail === '' ? `problem.${codeOf(error)}` : 'set-up.fault.fields'
    default:
      return 'set-up.fault.fields'
  }
}
