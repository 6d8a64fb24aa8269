import type { Fault, Problem, ProblemCode } from '@chorus/contracts/problems'

/** `offline` is ours: the request did not reach the server, or no answer came back. */
export type ApiProblemCode = ProblemCode | 'offline'

/** A refusal of the API as an error that can be caught, shown in words and switched on by its code. */
export class ApiProblem extends Error {
  readonly code: ApiProblemCode
  readonly faults: readonly Fault[]
  readonly faultsInAll: number
  /** Which part of the request was refused, and why: English, for programs. */
  readonly detail: string
  /** Seconds to wait before the next try, where the server says so. */
  readonly retryAfter: number | null

  constructor(
    code: ApiProblemCode,
    faults: readonly Fault[] = [],
    faultsInAll: number = faults.length,
    detail = '',
    retryAfter: number | null = null,
  ) {
    super(code)
    this.name = 'ApiProblem'
    this.code = code
    this.faults = faults
    this.faultsInAll = faultsInAll
    this.detail = detail
    this.retryAfter = retryAfter
  }
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const document: Partial<Problem> = await response.json()
    const { code, faults, faultsInAll, detail, retryAfter } = document
    return new ApiProblem(code ?? 'internal', faults, faultsInAll, detail, retryAfter)
  } catch {
    // A proxy in between answers in HTML: all that is known is the status.
    return new ApiProblem(
      response.status === 404 ? 'not-found' : response.status === 503 ? 'too-busy' : 'internal',
    )
  }
}

export function codeOf(error: unknown): ApiProblemCode {
  return error instanceof ApiProblem ? error.code : 'internal'
}
