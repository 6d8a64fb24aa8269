import { setTimeout as pause } from 'node:timers/promises'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { readPostmaster } from './postmaster.ts'
import { isStillThere, lookAtProcess } from './process-look.ts'

/** Asks for a fast shutdown and waits. A server that does not follow is asked again, never shot. */
export async function shutDown(pid: number, cluster: string): Promise<void> {
  // After a loss the number may belong to any program: only the holder of the cluster is signalled.
  const holder = readPostmaster(cluster)
  if (!('pid' in holder) || holder.pid !== pid || holder.kind === 'stale' || holder.kind === 'reused') return
  const look = lookAtProcess(pid)
  const birth = look.state === 'alive' ? look.birth : undefined
  for (const [signal, seconds] of [
    ['SIGINT', 60],
    ['SIGQUIT', 30],
  ] as const) {
    if (!send(pid, signal)) return
    const deadline = Date.now() + seconds * 1000
    while (Date.now() < deadline) {
      if (!isStillThere(pid, birth)) return
      await pause(10)
    }
  }
  throw new EmbeddedPostgresError(
    'server-not-stopped',
    `The database server (process ${pid}, data in ${cluster}) has not stopped within 90 seconds. Nothing is lost. ` +
      `Look whether the disk is full or slow; the next start goes on using this server.`,
  )
}

function send(pid: number, signal: NodeJS.Signals): boolean {
  try {
    process.kill(pid, signal)
    return true
  } catch {
    return false
  }
}
