const hour = 3_600_000
const day = 24 * hour

/** Batches open on Mondays at this hour, UTC. */
const opensAt = 6 * hour
/** What is written is never read sooner than this, in milliseconds: nobody can tell it from what was written a day before. */
const leastDelay = 48 * hour
/** 5 January 1970 was a Monday. */
const aMonday = 4 * day + opensAt

/** The batch with which the other side can read what is written now: the first that is at least 48 hours away. @returns ISO day (UTC) */
export function batchDay(now: Date): string {
  const weeks = Math.ceil((now.getTime() + leastDelay - aMonday) / (7 * day))
  return new Date(aMonday + weeks * 7 * day).toISOString().slice(0, 10)
}

/** The newest day whose batch has opened: a day not after it can be read. @returns ISO day (UTC) */
export function readableDay(now: Date): string {
  return new Date(now.getTime() - opensAt).toISOString().slice(0, 10)
}
