import { type ChildProcess, spawn } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { makePrivateFolder } from './folders.ts'
import type { Runtime } from './runtime.ts'
import type { ServerAccount } from './server-account.ts'
import { removeAbandonedAttempts, unfinishedName } from './unfinished.ts'

export const superuser = 'chorus'

export interface ClusterPlan {
  readonly cluster: string
  readonly runtime: Runtime
  readonly account: ServerAccount | undefined
  /** Only where there are no unix sockets (Windows). */
  readonly password?: string
}

/**
 * Makes the cluster when there is none. It is made under another name and renamed when it is whole and on the disk:
 * an interrupted `initdb` leaves a half cluster that looks like a real one. An existing cluster is never changed.
 */
export async function createClusterWhenMissing(plan: ClusterPlan): Promise<void> {
  const { cluster, runtime, account } = plan
  if (existsSync(join(cluster, 'PG_VERSION'))) return refuseOtherMajor(cluster, runtime.major)
  if (existsSync(join(cluster, 'base'))) throw incomplete(cluster)

  removeAbandonedAttempts(cluster)
  const attempt = unfinishedName(cluster)
  makePrivateFolder(attempt, account)
  try {
    await runInitdb(attempt, plan)
    renameSync(attempt, cluster)
    flushFolder(dirname(cluster))
  } catch (error) {
    rmSync(attempt, { recursive: true, force: true })
    // A start beside this one was quicker: its cluster is as good.
    if (existsSync(join(cluster, 'PG_VERSION'))) return
    throw error
  }
}

/** The server's process, out of reach of the terminal's Ctrl-C and of settings meant for other databases. */
export function spawnServerProgram(
  program: 'initdb' | 'postgres',
  parameters: readonly string[],
  output: number | 'pipe',
  { runtime, account }: Pick<ClusterPlan, 'runtime' | 'account'>,
): ChildProcess {
  return spawn(join(runtime.folder, 'bin', program), parameters, {
    ...(account && { uid: account.uid, gid: account.gid }),
    cwd: runtime.folder,
    detached: process.platform !== 'win32',
    env: serverEnvironment(),
    stdio: ['ignore', output, output],
    windowsHide: true,
  })
}

function serverEnvironment(): NodeJS.ProcessEnv {
  const foreign = /^(PG|LC_|LANG|LD_|DYLD_|NODE_|npm_)/
  const kept = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' }
}

/** The builtin locale needs nothing of the system, and sorting does not change when the system is upgraded. */
async function runInitdb(attempt: string, plan: ClusterPlan): Promise<void> {
  const passwordFile = plan.password === undefined ? undefined : `${attempt}.password`
  if (passwordFile) writeFileSync(passwordFile, plan.password ?? '', { mode: 0o600 })
  const access = passwordFile
    ? ['--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    : ['--auth-local=trust', '--auth-host=reject']
  const parameters = [
    `--pgdata=${attempt}`,
    `--username=${superuser}`,
    ...access,
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--encoding=UTF8',
    '--data-checksums',
  ]
  try {
    const { code, output } = await finished(spawnServerProgram('initdb', parameters, 'pipe', plan))
    if (code !== 0) throw notCreated(plan.cluster, output)
  } finally {
    if (passwordFile) rmSync(passwordFile, { force: true })
  }
}

function finished(child: ChildProcess): Promise<{ code: number | null; output: string }> {
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk.toString()
  }
  child.stdout?.on('data', collect)
  child.stderr?.on('data', collect)
  return new Promise((resolve) => {
    child.on('error', (error) => resolve({ code: null, output: error.message }))
    child.on('close', (code) => resolve({ code, output }))
  })
}

function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function refuseOtherMajor(cluster: string, major: number): void {
  const found = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  if (found === String(major)) return
  throw new EmbeddedPostgresError(
    'other-major-version',
    `The data in ${cluster} were written by PostgreSQL ${found}, but this Chorus brings PostgreSQL ${major}, which ` +
      'cannot read them. Nothing was changed. Either start the Chorus that you used before, or copy the data with ' +
      '`pg_dumpall` of a PostgreSQL on this machine and set CHORUS_DATA to a new folder.',
  )
}

function incomplete(cluster: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'cluster-incomplete',
    `The database in ${cluster} is damaged: its file PG_VERSION is missing. Nothing was changed. Restore the folder ` +
      'from a backup, or, if it holds nothing of value, move it away and start again.',
  )
}

function notCreated(cluster: string, output: string): EmbeddedPostgresError {
  const lastLines = output.trim().split('\n').slice(-4).join('\n  ')
  return new EmbeddedPostgresError(
    'cluster-not-created',
    `The database could not be created in ${cluster}. Free some disk space or mend what PostgreSQL names here, then ` +
      `start again:\n  ${lastLines}`,
  )
}
