import type { ChildProcess } from 'node:child_process'
import { closeSync, openSync, readFileSync, statSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { spawnServerProgram } from './cluster.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { readPostmaster } from './postmaster.ts'
import { addressOf, type RunningServer, type ServerPlan } from './server-plan.ts'
import { settingArguments } from './settings.ts'
import { openWatch, type WatchConnection } from './watch-connection.ts'

/** Starts a server, unless somebody else holds the cluster. Its log goes to a file that outlives this process. */
export async function startServer(plan: ServerPlan, onLost: () => void): Promise<RunningServer | 'busy'> {
  const logStart = statSync(plan.logFile, { throwIfNoEntry: false })?.size ?? 0
  const log = openSync(plan.logFile, 'a', 0o600)
  const child = spawnServerProgram('postgres', serverArguments(plan), log, plan)
  closeSync(log)

  let failure: string | undefined
  child.on('error', (error) => {
    failure = error.message
  })
  child.on('exit', (code, signal) => {
    failure ??= `it ended with ${signal ?? `code ${code}`}`
  })
  const watch = await firstConnection(plan, child, () => failure, onLost)
  if (watch) return { pid: child.pid ?? 0, address: addressOf(plan), watch, adopted: false }

  const said = readFileSync(plan.logFile).subarray(logStart).toString()
  if (/lock file "postmaster\.pid"|pre-existing shared memory block|lock file ".*\.s\.PGSQL/.test(said))
    return 'busy'
  throw new EmbeddedPostgresError(
    'server-not-started',
    `The database server for ${plan.cluster} did not start: ${failure}. ` +
      `Its log is ${plan.logFile}; it ends with:\n  ${lastLines(said)}`,
  )
}

/** Waits through a recovery, however long it takes, as long as the server lives. */
async function firstConnection(
  plan: ServerPlan,
  child: ChildProcess,
  failure: () => string | undefined,
  onLost: () => void,
): Promise<WatchConnection | undefined> {
  while (failure() === undefined) {
    const found = readPostmaster(plan.cluster)
    if (found.kind === 'ready' && found.pid === child.pid) {
      try {
        return await openWatch(addressOf(plan), onLost)
      } catch {
        // Ready is written a moment before the first connection is accepted.
      }
    }
    await pause(10)
  }
  return undefined
}

function serverArguments(plan: ServerPlan): string[] {
  const quoted = `"${plan.socketFolder.replaceAll('"', '""')}"`
  const access =
    plan.password === undefined
      ? [
          '-c',
          'listen_addresses=',
          '-c',
          `unix_socket_directories=${quoted}`,
          '-c',
          'unix_socket_permissions=0700',
        ]
      : ['-c', 'listen_addresses=127.0.0.1']
  return ['-D', plan.cluster, '-p', String(plan.port), ...access, ...settingArguments(plan.settings)]
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-5).join('\n  ')
}
