import { realpathSync } from 'node:fs'
import { addressOf, type RunningServer, type ServerPlan } from './server-plan.ts'
import { anonymitySettings } from './settings.ts'
import { shutDown } from './shut-down.ts'
import { openWatch, type WatchConnection } from './watch-connection.ts'

/** Connects to the server that holds the cluster. Undefined when it cannot be used (any more). */
export async function adoptServer(
  plan: ServerPlan,
  found: { pid: number; port: number; socketFolder: string },
  onLost: () => void,
): Promise<RunningServer | undefined> {
  const address = { ...addressOf(plan), port: found.port, host: found.socketFolder || addressOf(plan).host }
  let watch: WatchConnection
  try {
    watch = await openWatch(address, onLost)
  } catch {
    return undefined
  }
  const { rows } = await watch.client.query<{ folder: string }>(
    "select current_setting('data_directory') as folder",
  )
  const isOurs = rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(plan.cluster)
  if (isOurs && (await keepsSilent(watch))) return { pid: found.pid, address, watch, adopted: true }

  const shared = await watch.isSharedWithOthers()
  await watch.close()
  // Started by a version that logged more than this one allows: start it anew, unless somebody is using it.
  if (isOurs && !shared) await shutDown(found.pid, plan.cluster)
  return undefined
}

async function keepsSilent(watch: WatchConnection): Promise<boolean> {
  const { rows } = await watch.client.query<{ name: string; setting: string }>(
    'select name, setting from pg_settings where name = any($1)',
    [Object.keys(anonymitySettings)],
  )
  const actual = new Map(rows.map(({ name, setting }) => [name, setting]))
  return Object.entries(anonymitySettings).every(([name, value]) => actual.get(name) === value)
}
