import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runTool, toolEnvironment } from './program.mjs'
import { cacheFolder, problem, tell } from './project.mjs'

export const pnpmVersion = '10.34.9'
const pnpmChecksum =
  'sha512-9JtajqD97bRLs8DB1ldQkqU8KVDZW3rRXfEfF5dId6LeOgHAfpNOmyjOcW5RwJqUlixzBtCb4uHksYqMh2L9Mg=='

/** A pnpm of exactly this version: the one on the PATH, else one fetched from the registry and checked. */
export async function pinnedPnpm() {
  if (await isOnPath()) return { command: 'pnpm', words: [] }
  const folder = join(cacheFolder(), `pnpm-${pnpmVersion}`)
  const program = join(folder, 'bin', 'pnpm.cjs')
  if (!existsSync(program)) await fetchPnpm(folder)
  return { command: process.execPath, words: [program] }
}

/** Throws unless the file is the one that was chosen when the version was pinned. */
export function refuseOtherContent(file, checksum = pnpmChecksum) {
  const found = `sha512-${createHash('sha512').update(readFileSync(file)).digest('base64')}`
  if (found === checksum) return
  throw problem(
    `The package pnpm ${pnpmVersion} that the registry sent is not the one this project was made with, so it was not ` +
      `used.\n  expected ${checksum}\n  received ${found}\n` +
      'Look which registry npm uses (npm config get registry); a proxy may have replaced the file.',
  )
}

/** A pnpm of another version, or a shim, would fetch the pinned one by itself, unchecked: it is kept from that. */
async function isOnPath() {
  if (process.platform === 'win32') return false
  const env = {
    ...toolEnvironment(),
    npm_config_manage_package_manager_versions: 'false',
    COREPACK_ENABLE_NETWORK: '0',
  }
  const { code, output } = await runTool('pnpm', ['--version'], { env })
  return code === 0 && output.trim() === pnpmVersion
}

/** Unpacked under another name and renamed when whole: an interruption or a second run leaves no half of it. */
async function fetchPnpm(folder) {
  tell(`Fetching pnpm ${pnpmVersion} …`)
  const attempt = `${folder}.${randomBytes(6).toString('hex')}`
  mkdirSync(attempt)
  try {
    const archive = join(attempt, await download(attempt))
    refuseOtherContent(archive)
    await unpack(archive, attempt)
    renameSync(join(attempt, 'package'), folder)
  } catch (error) {
    if (!existsSync(folder)) throw error
  } finally {
    rmSync(attempt, { recursive: true, force: true })
  }
}

async function download(into) {
  const npm = npmProgram()
  const words = ['pack', `pnpm@${pnpmVersion}`, '--pack-destination', into, '--ignore-scripts', '--silent']
  const { code, output } = await runTool(npm.command, [...npm.words, ...words], { cwd: into })
  const archive = readdirSync(into).find((name) => name.endsWith('.tgz'))
  if (code === 0 && archive) return archive
  throw problem(
    `npm could not fetch pnpm ${pnpmVersion}. Is there a network, and does "npm ping" answer?\n${output.trim()}`,
  )
}

/** The npm that called us, without a shell between. */
function npmProgram() {
  const caller = process.env.npm_execpath ?? ''
  if (basename(caller) === 'npm-cli.js') return { command: process.execPath, words: [caller] }
  return { command: 'npm', words: [] }
}

async function unpack(archive, into) {
  const { code, output } = await runTool('tar', ['-xzf', basename(archive)], { cwd: into })
  if (code !== 0) throw problem(`The program "tar" could not unpack pnpm: ${output.trim()}`)
}
