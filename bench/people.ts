import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/**
 * 100,000 people in 2,000 units: matched, previewed and imported from two files in memory, then a year's changes on top, directly and as people ask for it
 * by HTTP, and the plain COPY of the same rows beside it, in one process of its own. Prints seconds, ratio, peak memory and the longest time in which nothing else had its turn.
 */
export async function benchPeople(): Promise<void> {
  const child = fork(fileURLToPath(new URL('people-child.ts', import.meta.url)), {
    execArgv: process.execArgv,
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the measuring process ended with ${code}`)
}
