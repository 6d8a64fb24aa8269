/**
 * The day that the calendar on the wall shows at a moment.
 * @param zone a name of the IANA time zone database
 * @returns an ISO date
 */
export function localDay(moment: Date, zone: string): string {
  const said = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(moment)
  const part = (type: 'year' | 'month' | 'day') => said.find((one) => one.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}
