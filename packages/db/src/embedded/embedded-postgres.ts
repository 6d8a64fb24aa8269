import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { adoptOrStart } from './adopt-or-start.ts'
import { createClusterWhenMissing, superuser } from './cluster.ts'
import { prepareDataFolder, prepareSocketFolder } from './folders.ts'
import { prepareRuntime } from './runtime.ts'
import { serverAccount } from './server-account.ts'
import type { RunningServer, ServerPlan } from './server-plan.ts'
import type { ServerSettings } from './settings.ts'
import { shutDown } from './shut-down.ts'

export interface EmbeddedPostgresOptions {
  /** Holds everything that must survive: the cluster, the server's log, its socket. Made when missing. */
  readonly dataFolder: string
  /** Default: `postgresql.log` in the data folder. */
  readonly logFile?: string
  /** Further server settings. None of them can make the server write down what people do. */
  readonly settings?: ServerSettings
  /** Hears warnings meant for the operator. Default: standard error. */
  readonly tell?: (line: string) => void
}

export interface EmbeddedPostgres {
  /** `host` is the folder of the socket (on Windows an address, with a password). */
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly database: string
    readonly password?: string
  }
  /** The same as a URL, for `pg`; parameters in it keep PGPORT and PGSSLMODE of the environment out. */
  readonly url: string
  /** True when the server was running already. */
  readonly adopted: boolean
  readonly pid: number
  /** The listener is called once when the server is gone without having been stopped here. */
  onLost(listener: () => void): void
  /** The last process that uses the server stops it; until then it goes on for the others. */
  stop(): Promise<'stopped' | 'left-running'>
}

/** The database that Chorus uses in the cluster. */
const database = 'chorus'
const portOfSockets = 5432

/**
 * A real PostgreSQL for one data folder, without an installation: made at the first call, resumed later, adopted when
 * it is running already. Throws `EmbeddedPostgresError` with a sentence for the operator.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const plan = await preparePlan(options)
  await createClusterWhenMissing(plan)

  const lost = lossBell()
  const server = await adoptOrStart(plan, lost.ring)
  await createDatabaseWhenMissing(server)

  const connection = { ...server.address, database }
  let stopping: ReturnType<EmbeddedPostgres['stop']> | undefined
  return {
    connection,
    url: urlOf(connection),
    adopted: server.adopted,
    pid: server.pid,
    onLost: lost.listen,
    stop: () => {
      stopping ??= stop(server, plan.cluster)
      return stopping
    },
  }
}

async function preparePlan(options: EmbeddedPostgresOptions): Promise<ServerPlan> {
  const tell = options.tell ?? ((line) => process.stderr.write(`${line}\n`))
  const account = serverAccount(join(options.dataFolder, 'postgresql'), tell)
  const dataFolder = prepareDataFolder(options.dataFolder, account)
  const logFile = options.logFile ?? join(dataFolder, 'postgresql.log')
  setOldLogAside(logFile)
  return {
    cluster: join(dataFolder, 'postgresql'),
    runtime: prepareRuntime(dataFolder, account),
    account,
    socketFolder: prepareSocketFolder(dataFolder, account),
    logFile,
    settings: options.settings ?? {},
    ...(process.platform === 'win32'
      ? { port: await freePort(), password: keptPassword(dataFolder) }
      : { port: portOfSockets }),
  }
}

async function createDatabaseWhenMissing(server: RunningServer): Promise<void> {
  const { client } = server.watch
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount) return
  await client.query(`create database ${database}`).catch((error: { code?: string }) => {
    const madeByAnotherStart = error.code === '42P04' || error.code === '23505'
    if (!madeByAnotherStart) throw error
  })
}

async function stop(server: RunningServer, cluster: string): ReturnType<EmbeddedPostgres['stop']> {
  const inUse = await server.watch.isSharedWithOthers()
  await server.watch.close()
  if (inUse) return 'left-running'
  await shutDown(server.pid, cluster)
  return 'stopped'
}

/** Rings once, also for those who begin to listen after the loss. */
function lossBell(): { ring: () => void; listen: (listener: () => void) => void } {
  let rung = false
  const listeners: (() => void)[] = []
  return {
    ring: () => {
      if (rung) return
      rung = true
      for (const listener of listeners) listener()
    },
    listen: (listener) => {
      if (rung) listener()
      else listeners.push(listener)
    },
  }
}

function urlOf({ host, port, user, password, database }: EmbeddedPostgres['connection']): string {
  if (password !== undefined)
    return `postgresql://${user}:${password}@${host}:${port}/${database}?sslmode=disable`
  return `postgresql://${user}@localhost:${port}/${database}?host=${encodeURIComponent(host)}&sslmode=disable`
}

/** The server writes little; still, years of it should not fill the disk. One older file is kept. */
function setOldLogAside(logFile: string): void {
  const tenMebibytes = 10 * 1024 * 1024
  const size = statSync(logFile, { throwIfNoEntry: false })?.size ?? 0
  if (size > tenMebibytes) renameSync(logFile, `${logFile}.old`)
}

/** Windows has no sockets with permissions that we can rely on: a random password takes their place. */
function keptPassword(dataFolder: string): string {
  const file = join(dataFolder, `password-of-${superuser}`)
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('hex'), { mode: 0o600 })
  return readFileSync(file, 'utf8').trim()
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.on('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
