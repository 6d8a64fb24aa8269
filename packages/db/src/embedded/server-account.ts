import { execFileSync } from 'node:child_process'
import { lstatSync } from 'node:fs'
import { userInfo } from 'node:os'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'

/** The account that the server runs under. */
export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

const accountName = 'chorus'

/**
 * PostgreSQL refuses to run as root. So as root it gets a system account of its own: the owner of a cluster that is
 * already there, else `chorus` (created when missing), else `nobody`. Undefined: run as whoever we are.
 */
export function serverAccount(cluster: string, tell: (line: string) => void): ServerAccount | undefined {
  if (process.platform === 'win32') return undefined
  if (process.getuid?.() !== 0) {
    refuseNamelessAccount()
    return undefined
  }
  return ownerOf(cluster) ?? systemAccount() ?? createdAccount() ?? nobody(tell)
}

/** PostgreSQL looks its own name up, so a bare number, as in `docker run --user 1234`, is not enough. */
function refuseNamelessAccount(): void {
  try {
    userInfo()
  } catch {
    throw new EmbeddedPostgresError(
      'no-account',
      `The database cannot run as user number ${process.getuid?.()}, because no account has this number. ` +
        'Start Chorus under an account listed in /etc/passwd, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
}

function ownerOf(cluster: string): ServerAccount | undefined {
  const stat = lstatSync(cluster, { throwIfNoEntry: false })
  return stat && stat.uid !== 0 ? { uid: stat.uid, gid: stat.gid } : undefined
}

/** Only a system account: a person who happens to be called so must not own the answers. */
function systemAccount(): ServerAccount | undefined {
  const account = lookUp(accountName)
  return account && account.uid < 1000 ? account : undefined
}

function createdAccount(): ServerAccount | undefined {
  if (lookUp(accountName)) return undefined
  const ways: [string, string[]][] = [
    [
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', accountName],
    ],
    ['adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', accountName]],
  ]
  for (const [command, parameters] of ways) {
    try {
      execFileSync(command, parameters, { stdio: 'ignore', env: withSystemFolders() })
    } catch {
      // Not there, not allowed, or another start was quicker: what counts is whether the account exists now.
    }
    const account = systemAccount()
    if (account) return account
  }
  return undefined
}

function nobody(tell: (line: string) => void): ServerAccount {
  const account = lookUp('nobody')
  if (!account) {
    throw new EmbeddedPostgresError(
      'no-account',
      `The database may not run as root, and the system account "${accountName}" could not be created. ` +
        'Start Chorus as a plain user, or set DATABASE_URL to a PostgreSQL server of your own.',
    )
  }
  tell(
    `WARNING: the system account "${accountName}" could not be created, so the database runs as "nobody". ` +
      'Other programs that run as "nobody" can read its files. Create the account, or start Chorus as a plain user.',
  )
  return account
}

function lookUp(name: string): ServerAccount | undefined {
  try {
    const ask = (flag: string) =>
      Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function withSystemFolders(): NodeJS.ProcessEnv {
  return { ...process.env, PATH: `${process.env.PATH ?? ''}:/usr/sbin:/sbin` }
}
