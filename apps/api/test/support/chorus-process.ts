import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product as an operator runs it: a process of its own, on the embedded server, with a data folder of its own. */
export type ChorusProcess = {
  readonly address: string
  readonly folder: string
  /** Everything it wrote to its standard output and error, and that of each command. */
  said(): string
  /** Runs a command beside it, and gives back its JSON. Throws when it fails. */
  command(...args: string[]): Promise<Record<string, unknown>>
  stop(): Promise<void>
}

const main = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

/** @param files becomes the organisation */
export async function startChorus(files: { units: string; people: string }): Promise<ChorusProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-process-'))
  await chmod(folder, 0o711)
  const env = {
    ...process.env,
    CHORUS_DATA: folder,
    CHORUS_DEMO: '0',
    PORT: '0',
    DATABASE_URL: '',
    NO_COLOR: '1',
  }
  let said = ''
  const run = (...args: string[]): ChildProcess => {
    const child = spawn(process.execPath, ['--import', tsx, main, ...args], { env })
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        said += chunk
      })
    return child
  }
  const server = run('start')
  const ended = new Promise((resolve) => server.once('close', resolve))
  while (!said.includes('Chorus is running at')) {
    if (server.exitCode !== null) {
      await rm(folder, { recursive: true, force: true })
      throw new Error(said)
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const running: ChorusProcess = {
    address: /running at (\S+)/.exec(said)?.[1] ?? '',
    folder,
    said: () => said,
    async command(...args) {
      const child = run(...args, '--json')
      let out = ''
      child.stdout?.on('data', (chunk) => {
        out += chunk
      })
      const code = await new Promise((resolve) => child.once('close', resolve))
      if (code !== 0) throw new Error(`chorus ${args[0]} ended with ${code}: ${said}`)
      return JSON.parse(out)
    },
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
  const [units, people] = [join(folder, 'units.csv'), join(folder, 'people.csv')]
  await Promise.all([writeFile(units, files.units), writeFile(people, files.people)])
  await running.command('import', '--name', 'Test organisation', '--units', units, '--people', people)
  await Promise.all([rm(units), rm(people)])
  return running
}

/** For the end of a test: stopped, and every trace removed. */
export async function endChorus(running: ChorusProcess): Promise<void> {
  await running.stop()
  await rm(running.folder, { recursive: true, force: true })
}
