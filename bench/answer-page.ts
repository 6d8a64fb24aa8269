import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Measured in a browser, in a process of its own: what stands there is code for pages. `pnpm build` comes first. */
export async function benchAnswerPage(): Promise<void> {
  const measuring = fileURLToPath(new URL('../apps/web/e2e/measure-answer-page.ts', import.meta.url))
  const child = fork(measuring, { execArgv: ['--import', import.meta.resolve('tsx')] })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the measurement ended with ${code}`)
}
