import { join } from 'node:path'
import { alone } from './alone.mjs'
import { forgetSkipped } from './forget-skipped.mjs'
import { pinnedPnpm } from './pinned-pnpm.mjs'
import { runTool } from './program.mjs'
import { problem, projectRoot, tell } from './project.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'
import { workspaceFolders } from './workspaces.mjs'

const modules = join(projectRoot, 'node_modules')
/** Lies among what it vouches for: whoever deletes the modules deletes it too. */
const stampFile = join(modules, '.chorus-installed')

/** Installs exactly what the lockfile names, when that has changed since the last time. */
export async function installWhenNeeded() {
  if (isStamped(stampFile, wantedInstall())) return
  await alone('install', async () => {
    const wanted = wantedInstall()
    if (isStamped(stampFile, wanted)) return
    const { command, words } = await pinnedPnpm()
    tell(
      forgetSkipped(modules)
        ? 'Other packages are needed than last time: installing all of them anew …'
        : 'Installing the packages of Chorus (the first time takes half a minute) …',
    )
    const { code, output } = await runTool(command, [
      ...words,
      'install',
      '--frozen-lockfile',
      '--prefer-offline',
    ])
    if (code !== 0) throw problem(`The packages could not be installed.\n${output.trim()}`)
    stamp(stampFile, wanted)
  })
}

/** The last word makes whoever installed before `forgetSkipped` install once more: something may be missing there. */
function wantedInstall() {
  const manifests = workspaceFolders().map((folder) => `${folder}/package.json`)
  return fingerprint(
    ['pnpm-lock.yaml', 'pnpm-workspace.yaml', '.npmrc', 'package.json', ...manifests],
    [process.platform, process.arch, 'nothing left out'],
  )
}
