/** A moment for a native field of date and time, in the reader's zone; empty for none. @param iso ISO moment */
export function toField(iso: string | null): string {
  if (iso === null) return ''
  const at = new Date(iso)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000)
    .toISOString()
    .slice(0, 'yyyy-mm-ddThh:mm'.length)
}

/** What such a field says as an ISO moment; null where it is empty. */
export function fromField(value: string): string | null {
  return value === '' ? null : new Date(value).toISOString()
}
