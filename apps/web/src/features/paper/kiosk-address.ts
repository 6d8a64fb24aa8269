/** Where a sheet is used. A code goes behind the #: that part of an address reaches no server. */
export function kioskAddress(wave: string, code?: string): string {
  return `${location.origin}/kiosk/${wave}${code === undefined ? '' : `#${code}`}`
}
