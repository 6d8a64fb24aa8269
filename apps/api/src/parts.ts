import type { MailTrouble } from '@chorus/contracts/mail'
import type { Database } from '@chorus/db/database'
import type { ChannelParts } from './channels/send-posts.ts'
import type { AnonymousHost } from './http/anonymous-host.ts'
import type { ReminderMarks } from './mail/reminder-marks.ts'
import type { Transport } from './mail/transport.ts'
import type { SealedTexts } from './vault/sealed-texts.ts'
import type { Vault } from './vault/vault.ts'

/** What the app is built from. Tests hand in a throw-away database and a clock of their own. */
export type Parts = {
  readonly database: Database
  /** The keys of open waves, outside of the database. */
  readonly vault: Vault
  readonly now: () => Date
  /** Who wants no reminders, under a key that is not in the database. */
  readonly marks: ReminderMarks
  /** What the database or a cookie holds and only this installation can read. */
  readonly secrets: SealedTexts
  /** The address people type, without a slash at its end; null: the one that a request came to. */
  readonly pagesAt: string | null
  /** Whether a sign-in provider may be at http://127.0.0.1: in tests alone. */
  readonly loopbackProviders?: true
  /** Null where no mail server is set up: then nothing is sent. */
  readonly mail: MailParts | null
  /** Null where the public address is not known: messages to channels lead there. */
  readonly channels: ChannelParts | null
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

/** What the app needs to have mails sent. */
export type MailParts = {
  readonly transport: Transport
  /** The address that links in mails begin with, without a slash at its end. */
  readonly address: string
  /** Mails were ordered. */
  wake(): void
  /** Why nothing is sent at the moment; null when all is well. */
  trouble(): MailTrouble | null
}
