const dayMilliseconds = 24 * 3_600_000
const periodDays = 14
/** 4 January 1970, counted in days since 1 January 1970. */
const firstSunday = 3

/**
 * The day (ISO date, UTC) with which everybody's session ends: every second Sunday. A last day of one's own, counted from signing in,
 * would tell on which day somebody came. In practice a session ends earlier, after twelve silent hours.
 */
export function lastSessionDay(now: Date): string {
  const today = Math.floor(now.getTime() / dayMilliseconds)
  const periods = Math.ceil((today - firstSunday) / periodDays)
  return new Date((firstSunday + periods * periodDays) * dayMilliseconds).toISOString().slice(0, 10)
}
