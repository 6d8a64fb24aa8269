import { err, ok, type Result } from '@chorus/basics/result'

type Released = { readonly closedOn: string; readonly number: number }

/** Where imported waves go: what is out on either side of them, and the number of the first. */
export type PlaceAmongWaves<T> = {
  readonly before: readonly T[]
  readonly after: readonly T[]
  readonly firstNumber: number
}

/**
 * Imported waves lie before all waves that the programme has, or after all of them: numbers are given once, and those in between are taken. That
 * none lies after an own wave is made sure where their days are read.
 * @param released oldest first
 * @param days on which the new waves closed, oldest first, at least one
 */
export function placeAmongWaves<T extends Released>(
  released: readonly T[],
  days: readonly string[],
): Result<PlaceAmongWaves<T>, { code: 'history-among-waves' }> {
  const [first = '', last = ''] = [days[0], days.at(-1)]
  const before = released.filter(({ closedOn }) => closedOn < first)
  const after = released.filter(({ closedOn }) => closedOn > last)
  const inBetween = before.length + after.length < released.length || (before.length > 0 && after.length > 0)
  if (inBetween) return err({ code: 'history-among-waves' })
  const next = after[0]
  const firstNumber = next ? next.number - days.length : (before.at(-1)?.number ?? 0) + 1
  return ok({ before, after, firstNumber })
}
