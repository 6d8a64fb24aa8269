import type { Result } from '@chorus/basics/result'
import { type Problem, type ProblemCode, problemCatalogue } from '@chorus/contracts/problems'
import type { Faults } from '../csv/fault-list.ts'

/** A refusal on its way to the caller. The code is all that matters; `detail` adds what is special to this case. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly detail: string | undefined
  readonly faults: Faults | undefined
  /** Seconds after which it may be tried again. */
  readonly retryAfter: number | undefined

  constructor(code: ProblemCode, detail?: string, faults?: Faults, retryAfter?: number) {
    super(problemCatalogue[code].title)
    this.code = code
    this.detail = detail
    this.faults = faults
    this.retryAfter = retryAfter
  }
}

/** The problem document (RFC 9457) of a refusal. */
export function problemDocument(error: ProblemError): Problem {
  const { title, status } = problemCatalogue[error.code]
  return {
    type: `urn:chorus:problem:${error.code}`,
    title,
    status,
    code: error.code,
    ...(error.detail === undefined ? {} : { detail: error.detail }),
    ...(error.retryAfter === undefined ? {} : { retryAfter: error.retryAfter }),
    ...(error.faults === undefined
      ? {}
      : { faults: [...error.faults.faults], faultsInAll: error.faults.inAll }),
  }
}

/** The value of a result, or its refusal as a problem: the one place where domain codes become HTTP. */
export function valueOrProblem<T>(result: Result<T, { code: ProblemCode }>): T {
  if (result.ok) return result.value
  throw new ProblemError(result.error.code)
}
