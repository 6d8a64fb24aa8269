import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * 10,000 people and 200 groups over real HTTP on the loopback, as Entra ID sends them, then changed, listed to the last page and filtered; at 100,000
 * people, which a COPY adds, listed and created again. In one process of its own. Prints seconds, and beside them the ratio to a request that does
 * nothing but look its token up, the COPY of the same rows, and peak memory with the client.
 */
export async function benchScim(): Promise<void> {
  const child = fork(fileURLToPath(new URL('scim-child.ts', import.meta.url)), {
    execArgv: process.execArgv,
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the measuring process ended with ${code}`)
}
