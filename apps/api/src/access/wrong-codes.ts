import { countTries } from '@chorus/db/stores/sign-in-tries'
import type { Parts } from '../parts.ts'

/** Of a million. */
const mostCodes = 5
const quarterHour = 15 * 60_000

/**
 * Counts a code that is entered for a link, for all processes together and before it is looked at, so that many at once gain nothing.
 * @returns false where five were entered before
 */
export async function mayTryCode(
  { database, secrets }: Pick<Parts, 'database' | 'secrets'>,
  { organisation, hash }: { readonly organisation: string; readonly hash: Buffer },
  now: Date,
): Promise<boolean> {
  const mark = secrets.markOf('codes of a link', hash.toString('base64'))
  // To the quarter of an hour, as the link itself: a finer moment would tell when somebody signed in. No link is valid any longer.
  const forgetAt = new Date((Math.floor(now.getTime() / quarterHour) + 2) * quarterHour)
  const at = new Date(forgetAt.getTime() - 2 * quarterHour)
  return countTries(database.office, { organisation, marks: [mark] }, now, (known) => {
    const count = known(mark)?.count ?? 0
    if (count >= mostCodes) return { keep: [], answer: false }
    return { keep: [[mark, { at, forgetAt, count: count + 1 }]], answer: true }
  })
}
