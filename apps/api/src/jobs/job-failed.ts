import type { ProblemCode } from '@chorus/contracts/problems'
import { VaultError } from '../vault/vault.ts'

/** A job met a refusal: it is tried again, until it succeeds or there is nothing to do any more. */
export class JobFailed extends Error {
  readonly code: ProblemCode
  constructor(code: ProblemCode) {
    super(code)
    this.code = code
  }
}

/** The code under which pages say in words what went wrong. */
export function troubleOf(error: unknown): ProblemCode {
  if (error instanceof JobFailed) return error.code
  return error instanceof VaultError ? 'keys-missing' : 'internal'
}
