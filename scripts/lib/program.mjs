import { spawn } from 'node:child_process'
import { accessSync, constants, mkdirSync } from 'node:fs'
import { homedir, constants as system } from 'node:os'
import { join } from 'node:path'
import { cacheFolder, projectRoot } from './project.mjs'

/** Runs a tool to its end and gives its exit code and everything it said. */
export function runTool(command, words, { cwd = projectRoot, env = toolEnvironment() } = {}) {
  return new Promise((resolve) => {
    const said = []
    const child = spawn(command, words, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], windowsHide: true })
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.on('error', (error) => resolve({ code: 127, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(said).toString() }))
  })
}

/**
 * Hands the terminal over to a program and gives its exit code. The program gets a process group of its own, because
 * a terminal sends Ctrl-C to the whole group and npm sends it once more: it is passed on from here, once.
 */
export function handOver(command, words, { cwd, env }) {
  return new Promise((resolve, reject) => {
    const detached = process.platform !== 'win32'
    const child = spawn(command, words, { cwd, env, stdio: 'inherit', detached })
    // A closed terminal (SIGHUP) asks for an orderly end too.
    const passOn = (signal) => detached && child.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal)
    let lastPress = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
      process.on(signal, () => {
        const isEcho = Date.now() - lastPress < 500
        lastPress = Date.now()
        if (!isEcho) passOn(signal)
      })
    }
    whenNpmIsGone(() => passOn('SIGTERM'))
    child.on('error', reject)
    child.on('close', (code, signal) => resolve(code ?? 128 + (system.signals[signal] ?? 0)))
  })
}

/** npm stops its shell when it is told to stop, and the shell tells nobody: all we see is another parent. */
function whenNpmIsGone(act) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const look = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(look)
    act()
  }, 500)
  look.unref()
}

/** Tools want a home they can write to; they must not ask questions, nor colour what may end in a file. */
export function toolEnvironment() {
  const environment = { ...process.env, CI: 'true', NO_COLOR: '1' }
  delete environment.FORCE_COLOR
  if (canWrite(homedir())) return environment
  const home = join(cacheFolder(), 'home')
  mkdirSync(home, { recursive: true })
  for (const name of Object.keys(environment)) {
    if (/^(XDG_(CACHE|CONFIG|DATA|STATE)_HOME|PNPM_HOME|npm_config_(cache|userconfig|prefix))$/i.test(name))
      delete environment[name]
  }
  return { ...environment, HOME: home, npm_config_cache: join(home, '.npm') }
}

function canWrite(folder) {
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
    return folder !== ''
  } catch {
    return false
  }
}
