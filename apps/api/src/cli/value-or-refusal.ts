import type { Result } from '@chorus/basics/result'
import { type ProblemCode, problemCatalogue } from '@chorus/contracts/problems'
import { CommandRefused } from './command-refused.ts'

/** The value of a result, or its refusal in the words the API uses too. */
export function valueOrRefusal<T>(result: Result<T, { code: ProblemCode }>): T {
  if (result.ok) return result.value
  const { code } = result.error
  throw new CommandRefused(`${problemCatalogue[code].title}.`, code === 'release-refused' ? 3 : 1)
}
