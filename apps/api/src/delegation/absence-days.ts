import { longestAbsenceDays } from '@chorus/contracts/delegation'

const dayMs = 24 * 3_600_000

/** Whether an absence may last so: it is not over, ends no earlier than it begins, and is not too long. ISO dates, both included. @param today where the organisation is */
export function absenceIsPossible({ from, until }: { from: string; until: string }, today: string): boolean {
  const days = (Date.parse(until) - Date.parse(from)) / dayMs + 1
  return until >= today && days >= 1 && days <= longestAbsenceDays
}
