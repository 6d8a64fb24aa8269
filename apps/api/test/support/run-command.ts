import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

type Outcome = { readonly code: number | null; readonly out: string; readonly err: string }

/** Runs a command of `chorus` as a process of its own, with its files and its data in this folder. */
export function runCommand(
  { folder, databaseUrl }: { readonly folder: string; readonly databaseUrl: string },
  args: readonly string[],
): Promise<Outcome> {
  const child = spawn(process.execPath, ['--import', tsx, main, ...args], {
    cwd: folder,
    env: { ...process.env, DATABASE_URL: databaseUrl, CHORUS_DATA: folder, NO_COLOR: '1' },
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += chunk
  })
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })))
}
