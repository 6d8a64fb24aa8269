import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** A bootstrap that hands over to a program which takes its time to stop and then ends with code 7. */
function startBootstrap() {
  const slowToStop = `
    let stops = 0
    process.on('SIGINT', () => { stops++; setTimeout(() => { console.log('stops', stops); process.exit(7) }, 300) })
    setInterval(() => {}, 1000)
    console.log('ready')`
  const bootstrap = `
    import { handOver } from ${JSON.stringify(fileURLToPath(new URL('./program.mjs', import.meta.url)))}
    process.exitCode = await handOver(process.execPath, ['-e', ${JSON.stringify(slowToStop)}],
      { cwd: process.cwd(), env: process.env })`
  return spawn(process.execPath, ['--input-type=module', '-e', bootstrap], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, npm_lifecycle_event: '' },
  })
}

test('Ctrl-C, which npm sends twice, reaches the program once, and its end is waited for', async () => {
  const bootstrap = startBootstrap()
  let said = ''
  bootstrap.stdout.on('data', (chunk) => {
    said += chunk
    if (said === 'ready\n') for (const _ of [1, 2]) bootstrap.kill('SIGINT')
  })
  const [code] = await once(bootstrap, 'close')
  expect(said).toBe('ready\nstops 1\n')
  expect(code).toBe(7)
})
