import { rmSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { adoptServer } from './adopt-server.ts'
import { EmbeddedPostgresError } from './embedded-postgres-error.ts'
import { lockFileOf, readPostmaster } from './postmaster.ts'
import type { RunningServer, ServerPlan } from './server-plan.ts'
import { startServer } from './start-server.ts'

/**
 * Leads to one running server for the cluster, whatever was there before: adopts the one that runs, waits for one that
 * starts, stops or has just been killed, clears a lock whose process is gone, and starts one where there is none.
 */
export async function adoptOrStart(plan: ServerPlan, onLost: () => void): Promise<RunningServer> {
  const patience = Date.now() + 60_000
  const zombiePatience = Date.now() + 5_000
  while (true) {
    const found = readPostmaster(plan.cluster)
    if (found.kind === 'ready') {
      const adopted = await adoptServer(plan, found, onLost)
      if (adopted) return adopted
    }
    if (found.kind === 'reused' || (found.kind === 'zombie' && Date.now() > zombiePatience)) {
      // Its process is proven dead. Backends that still live hold the shared memory, which the server checks itself.
      rmSync(lockFileOf(plan.cluster), { force: true })
    }
    if (found.kind === 'none' || found.kind === 'stale') {
      const started = await startServer(plan, onLost)
      if (started !== 'busy') return started
    }
    if (Date.now() > patience) throw heldByOther(plan, found.kind === 'none' ? undefined : found.pid)
    await pause(50)
  }
}

function heldByOther(plan: ServerPlan, pid: number | undefined): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'server-not-started',
    `The database in ${plan.cluster} is held by process ${pid ?? 'unknown'}, which does not answer. If it is a ` +
      `PostgreSQL server, stop it (kill -INT ${pid ?? '<pid>'}) and start again. Nothing was changed. ` +
      `The server's log is ${plan.logFile}.`,
  )
}
