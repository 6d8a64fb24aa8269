import type { Database } from '@chorus/db/database'
import type { AnonymousHost } from './http/anonymous-host.ts'
import type { Vault } from './vault/vault.ts'

/** What the app is built from. Tests hand in a throw-away database and a clock of their own. */
export type Parts = {
  readonly database: Database
  /** The keys of open waves, outside of the database. */
  readonly vault: Vault
  readonly now: () => Date
  /** Signs session tokens. At least 32 bytes, the same for all processes of one installation. */
  readonly sessionSecret: string
  /** Cookies only over HTTPS: wherever the public address is an https one. */
  readonly secureCookies: boolean
  /** Where answers are sent, when that is another host name; null: everything is asked for under one. */
  readonly anonymousHost: AnonymousHost | null
  /** The built web app; null serves the API alone. */
  readonly webFolder: string | null
  /** Told about errors nobody expected, without anything about the request. */
  readonly report: (line: string) => void
}
