import { codeOf } from '../../lib/api/problem.ts'

/** Whether a ticket was refused because it was used, or is of another month: another may be good. */
export function isUsedUp(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'ticket-not-valid' || code === 'ticket-spent'
}
