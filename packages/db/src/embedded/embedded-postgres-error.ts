export type EmbeddedPostgresFailure =
  | 'platform-not-supported'
  | 'no-account'
  | 'folder-not-usable'
  | 'other-major-version'
  | 'cluster-incomplete'
  | 'cluster-not-created'
  | 'server-not-started'
  | 'server-not-stopped'

/**
 * The embedded database cannot be used. The message is a sentence for the person at the keyboard: what
 * happened, where, and how to mend it.
 */
export class EmbeddedPostgresError extends Error {
  readonly code: EmbeddedPostgresFailure

  constructor(code: EmbeddedPostgresFailure, message: string) {
    super(message)
    this.name = 'EmbeddedPostgresError'
    this.code = code
  }
}
