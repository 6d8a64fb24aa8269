import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseEnv } from 'node:util'
import { err, ok, type Result } from '@chorus/basics/result'
import { z } from 'zod'

const settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  CHORUS_DATA: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  CHORUS_DEMO: z.enum(['0', '1']).default('1'),
  CHORUS_VAULT_KEY: z
    .string()
    .regex(
      /^([0-9a-fA-F]{64}|[A-Za-z0-9_-]{43})$/,
      'must be 32 bytes in base64url or hexadecimal: openssl rand -hex 32',
    )
    .optional(),
  CHORUS_STRICT: z.enum(['0', '1']).default('0'),
  CHORUS_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'must be the address of a mail server, such as smtps://name:password@mail.example.org',
    })
    .optional(),
  CHORUS_MAIL_FROM: z
    .string()
    .regex(
      /^([^<>"\\\r\n]{1,100} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'must be an address such as pulse@example.org, or Name <pulse@example.org>',
    )
    .optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  CHORUS_ANONYMOUS_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an address without a path, such as https://ballots.example.org')
    .optional(),
})

export type Settings = {
  readonly port: number
  /** Loopback unless set otherwise. */
  readonly host: string
  /** Data folder; undefined: the place that suits this machine and account. */
  readonly dataFolder: string | undefined
  /** PostgreSQL 15 or newer of one's own; undefined: the embedded one. */
  readonly databaseUrl: string | undefined
  /** Fill a new data folder with the demo organisation. */
  readonly demo: boolean
  /** Wraps the keys in the vault (32 bytes); undefined: they lie there in files that only this account can read. */
  readonly vaultKey: Uint8Array | undefined
  /** Refuse to start on a database whose settings would write down who answered what. */
  readonly strict: boolean
  /** The mail server, and whom mails come from; undefined: none are sent. */
  readonly mail: { readonly smtpUrl: string; readonly from: string } | undefined
  /** The address people type; undefined: http://HOST:PORT. */
  readonly publicUrl: string | undefined
  /** Where answers are sent, when that is another host name; undefined: under the address of the pages. */
  readonly anonymousOrigin: string | undefined
}

/**
 * The only reader of the environment. `chorus.config` in the project's folder has the same names, one
 * `NAME=value` a line; the environment wins.
 * @returns the settings, or one sentence for each that is wrong
 */
export function readSettings(
  projectRoot: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Result<Settings, readonly string[]> {
  const file = join(projectRoot, 'chorus.config')
  const fromFile = existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}
  const unknown = Object.keys(fromFile).filter((name) => !(name in settings.shape))
  if (unknown.length > 0)
    return err(unknown.map((name) => `chorus.config: there is no setting ${name}. ${knownNames()}`))
  const given = Object.fromEntries(
    Object.keys(settings.shape).map((name) => [name, environment[name] || fromFile[name] || undefined]),
  )
  const parsed = settings.safeParse(given)
  if (!parsed.success)
    return err(
      parsed.error.issues.map((issue) => {
        const name = String(issue.path[0])
        const where = environment[name] ? 'the environment' : 'chorus.config'
        return `${name} (from ${where}): ${issue.message}`
      }),
    )
  const { data } = parsed
  const misfit = anonymousMisfit(data.CHORUS_ANONYMOUS_ORIGIN, data.PUBLIC_URL)
  if (misfit !== null) return err([`CHORUS_ANONYMOUS_ORIGIN: ${misfit}`])
  const mailMisfits = mailLacks(data)
  if (mailMisfits.length > 0) return err(mailMisfits)
  return ok({
    port: data.PORT,
    host: data.HOST,
    dataFolder: data.CHORUS_DATA,
    databaseUrl: data.DATABASE_URL,
    demo: data.CHORUS_DEMO === '1',
    vaultKey: bytesOf(data.CHORUS_VAULT_KEY),
    strict: data.CHORUS_STRICT === '1',
    mail:
      data.CHORUS_SMTP_URL && data.CHORUS_MAIL_FROM
        ? { smtpUrl: data.CHORUS_SMTP_URL, from: data.CHORUS_MAIL_FROM }
        : undefined,
    publicUrl: data.PUBLIC_URL?.replace(/\/$/, ''),
    anonymousOrigin: data.CHORUS_ANONYMOUS_ORIGIN && new URL(data.CHORUS_ANONYMOUS_ORIGIN).origin,
  })
}

function isOrigin(text: string): boolean {
  if (!/^https?:/.test(text) || !URL.canParse(text)) return false
  const { href, origin } = new URL(text)
  return href === `${origin}/`
}

/** Why the pages could not send answers there; null when they can. */
function anonymousMisfit(anonymous: string | undefined, pages: string | undefined): string | null {
  if (anonymous === undefined) return null
  if (pages === undefined) return 'needs PUBLIC_URL too: only pages from there may send answers'
  const [there, here] = [new URL(anonymous), new URL(pages)]
  // Cookies do not tell ports apart.
  if (there.hostname === here.hostname) return 'must have another host name than PUBLIC_URL'
  if (here.protocol === 'https:' && there.protocol !== 'https:')
    return 'must begin with https:, as PUBLIC_URL does: browsers refuse to send from https to http'
  return null
}

/** What is missing for mails to be sent, once anything of it is set. */
function mailLacks(data: z.infer<typeof settings>): string[] {
  const { CHORUS_SMTP_URL: server, CHORUS_MAIL_FROM: from, PUBLIC_URL: address } = data
  if (server === undefined)
    return from === undefined
      ? []
      : ['CHORUS_MAIL_FROM: needs CHORUS_SMTP_URL too: the mail server that takes mails']
  return [
    ...(from === undefined
      ? ['CHORUS_SMTP_URL: needs CHORUS_MAIL_FROM too: the address that mails come from']
      : []),
    ...(address === undefined
      ? ['CHORUS_SMTP_URL: needs PUBLIC_URL too: the links in mails begin with it']
      : []),
  ]
}

function bytesOf(key: string | undefined): Uint8Array | undefined {
  return key === undefined ? undefined : Buffer.from(key, key.length === 64 ? 'hex' : 'base64url')
}

function knownNames(): string {
  return `Settings are ${Object.keys(settings.shape).join(', ')}.`
}
