import { type ClusterPlan, superuser } from './cluster.ts'
import type { ServerSettings } from './settings.ts'
import type { ServerAddress, WatchConnection } from './watch-connection.ts'

export interface ServerPlan extends ClusterPlan {
  readonly socketFolder: string
  readonly port: number
  readonly logFile: string
  readonly settings: ServerSettings
}

export interface RunningServer {
  readonly pid: number
  readonly address: ServerAddress
  readonly watch: WatchConnection
  /** True when it was running already: after a `kill -9` of Chorus, or beside another Chorus process. */
  readonly adopted: boolean
}

export function addressOf(plan: ServerPlan): ServerAddress {
  const { port, password } = plan
  return password === undefined
    ? { host: plan.socketFolder, port, user: superuser }
    : { host: '127.0.0.1', port, user: superuser, password }
}
