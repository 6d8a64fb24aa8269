import pg from 'pg'
import { scopeNow } from './organisation-scope.ts'

type Taken = Parameters<typeof pg.Pool.prototype.connect>[0]

/**
 * A pool whose connections ask in the name of the organisation of the scope they are taken in. A connection is told only when it asked for
 * another one before: in an installation of one organisation that is rare. `query` takes its connection by `connect`, too.
 */
export class ApartPool extends pg.Pool {
  /** What each connection was told last. */
  readonly #toldTo = new WeakMap<pg.PoolClient, string>()
  readonly #unlessScoped: string | undefined

  /** @param unlessScoped whose name is used outside of any scope; without it, to ask there is an error */
  constructor(config: pg.PoolConfig, unlessScoped: string | undefined) {
    super(config)
    this.#unlessScoped = unlessScoped
  }

  override connect(): Promise<pg.PoolClient>
  override connect(callback: Taken): void
  override connect(callback?: Taken): Promise<pg.PoolClient> | undefined {
    const taking = this.#take()
    if (!callback) return taking
    taking.then(
      (client) => callback(undefined, client, (destroy) => client.release(destroy)),
      (error) => callback(error, undefined, () => undefined),
    )
    return undefined
  }

  async #take(): Promise<pg.PoolClient> {
    const organisation = this.#organisation()
    const client = await super.connect()
    if (organisation === (this.#toldTo.get(client) ?? '')) return client
    try {
      await client.query(`SELECT set_config('chorus.organisation', $1, false)`, [organisation])
    } catch (error) {
      // Nobody knows in whose name it would ask.
      client.release(true)
      throw error
    }
    this.#toldTo.set(client, organisation)
    return client
  }

  #organisation(): string {
    const scope = scopeNow()
    if (scope) return scope.organisation ?? ''
    if (this.#unlessScoped !== undefined) return this.#unlessScoped
    throw new Error('The database was asked outside of any organisation: use withinOrganisation')
  }
}
