import { spawn } from 'node:child_process'
import { chmod, cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectRoot = fileURLToPath(new URL('../../../..', import.meta.url))

export type DemoRole = 'employee' | 'manager' | 'hr' | 'administrator' | 'auditor'

export type RunningChorus = {
  readonly address: string
  /** The sign-in links that the start prints. */
  readonly links: Readonly<Record<DemoRole, string>>
  /** Its data folder: the keys of open waves. */
  readonly folder: string
  stop(): Promise<void>
}

/**
 * Starts Chorus as a person does, with the demo organisation, on a port and a data folder of its own.
 * @param databaseUrl an empty database, or one that belongs to the folder; none: the embedded one
 * @param copyOf a data folder to begin with; none: an empty one
 * @param settings beside those that every test has
 */
export async function startChorus({
  databaseUrl = '',
  copyOf,
  settings = {},
}: {
  databaseUrl?: string
  copyOf?: string
  settings?: Readonly<Record<string, string>>
} = {}): Promise<RunningChorus> {
  const folder = await mkdtemp(join(tmpdir(), 'chorus-e2e-'))
  if (copyOf !== undefined) await cp(copyOf, folder, { recursive: true })
  await chmod(folder, 0o711)
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', join(projectRoot, 'apps/api/src/cli/main.ts'), 'start'],
    {
      cwd: projectRoot,
      env: {
        ...process.env,
        DATABASE_URL: databaseUrl,
        CHORUS_DATA: folder,
        PORT: '0',
        HOST: '127.0.0.1',
        CHORUS_DEMO: '1',
        PUBLIC_URL: '',
        CHORUS_ANONYMOUS_ORIGIN: '',
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('Ctrl-C')) resolve()
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    void ended.then((code) => reject(new Error(`Chorus ended with ${code} instead of starting:\n${said}`)))
  })
  const linkOf = (role: DemoRole) => {
    const link = new RegExp(`^ +${role} .*?(http\\S+)$`, 'm').exec(said)?.[1]
    if (!link) throw new Error(`the start printed no link for ${role}:\n${said}`)
    return link
  }
  return {
    address: new URL(linkOf('hr')).origin,
    links: {
      employee: linkOf('employee'),
      manager: linkOf('manager'),
      hr: linkOf('hr'),
      administrator: linkOf('administrator'),
      auditor: linkOf('auditor'),
    },
    folder,
    async stop() {
      child.kill('SIGINT')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}
