/** One event of the audit trail, as its hash is made. */
export type ChainedEvent = {
  readonly organisation: string
  /** 1, 2, 3 ... without gaps within the organisation. */
  readonly number: number
  /** ISO 8601, UTC, milliseconds: `2026-03-02T09:00:00.000Z`. */
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  /** SHA-256, lower-case hex. */
  readonly hash: string
}

/**
 * What an event's hash is the SHA-256 of, in UTF-8: a JSON array without spaces, whose first element is the hash of the event before, "" for the
 * first. The database makes the same bytes (`chorus_event_hash`).
 */
export function hashedText(before: string, event: Omit<ChainedEvent, 'hash'>): string {
  const { organisation, number, at, actor, action, subject } = event
  return JSON.stringify([before, organisation, number, at, actor, action, subject])
}
