import { AsyncLocalStorage } from 'node:async_hooks'

/** In whose name the database is asked. Null: nobody's yet, and PostgreSQL shows no row of any table. */
export type OrganisationScope = { organisation: string | null }

const scopes = new AsyncLocalStorage<OrganisationScope>()

/**
 * Does all of `work` in the name of one organisation: PostgreSQL shows its rows and no others, and takes rows of no other, whatever a
 * query says. What runs outside of HTTP (jobs, the command line) goes through organisations one by one, each in its own call of this.
 */
export async function withinOrganisation<T>(
  organisation: string,
  work: () => T | PromiseLike<T>,
): Promise<T> {
  // Awaited inside: a query is only asked when somebody waits for it.
  return scopes.run({ organisation }, async () => await work())
}

/** Goes on in a scope that was opened before: a request is one scope, from its first hook to its answer. */
export function inScope<T>(scope: OrganisationScope, work: () => T): T {
  return scopes.run(scope, work)
}

/**
 * From here on the scope belongs to this organisation.
 * @throws where it belongs to another one: a request is of one organisation
 */
export function enterOrganisation(organisation: string): void {
  const scope = scopes.getStore()
  if (!scope) throw new Error('an organisation is entered where no scope was opened')
  if (scope.organisation !== null && scope.organisation !== organisation)
    throw new Error('a request cannot be of two organisations')
  scope.organisation = organisation
}

/** Undefined outside of any scope. */
export function scopeNow(): OrganisationScope | undefined {
  return scopes.getStore()
}

/** The organisation of the scope. @throws outside of any, and where none was entered yet */
export function organisationNow(): string {
  const organisation = scopes.getStore()?.organisation
  if (organisation == null) throw new Error('no organisation was entered: use withinOrganisation')
  return organisation
}

/** For the few functions of the database that find out whose something is: they need no organisation, and any scope will do. */
export async function inAnyScope<T>(work: () => PromiseLike<T>): Promise<T> {
  return scopes.getStore() ? await work() : scopes.run({ organisation: null }, async () => await work())
}

/** Each step is done in the scope of now, whoever asks for it: a stream is read on by the socket that it goes to. */
export function keepingScope<T>(steps: AsyncIterable<T>): AsyncIterable<T> {
  const asNow = AsyncLocalStorage.snapshot()
  const iterator = steps[Symbol.asyncIterator]()
  return {
    [Symbol.asyncIterator]: () => ({
      next: () => asNow(() => iterator.next()),
      return: async (value?: unknown) =>
        asNow(() => iterator.return?.(value) ?? { done: true as const, value }),
    }),
  }
}
