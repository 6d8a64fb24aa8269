import { DrizzleQueryError } from 'drizzle-orm'

/** Whether PostgreSQL refused a row because another one has the same key. */
export function breaksUniqueness(error: unknown): boolean {
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  return cause instanceof Error && 'code' in cause && cause.code === '23505'
}
