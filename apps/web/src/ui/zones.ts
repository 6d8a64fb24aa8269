/** The zones that the browser knows, and the one that is chosen: values and words of a choice. */
export function zonesWith(chosen: string): [string, string][] {
  const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', chosen])
  return [...zones].sort().map((zone) => [zone, zone.replaceAll('_', ' ')])
}
