import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alone } from './alone.mjs'
import { runTool } from './program.mjs'
import { cacheFolder, problem, projectRoot, tell } from './project.mjs'
import { moduleProgram } from './project-module.mjs'
import { fingerprint, isStamped, stamp } from './stamp.mjs'
import { workspaceFolders } from './workspaces.mjs'

/** Builds the pages into apps/web/dist when they, or the packages they are made from, have changed. */
export async function buildWebWhenNeeded() {
  if (isBuilt(wantedBuild())) return
  await alone('build', async () => {
    const wanted = wantedBuild()
    if (isBuilt(wanted)) return
    tell('Building the pages …')
    const vite = moduleProgram('apps/web', 'vite', 'bin/vite.js')
    const { code, output } = await runTool(process.execPath, [vite, 'build'], {
      cwd: join(projectRoot, 'apps/web'),
    })
    if (code !== 0) throw problem(`The pages could not be built.\n${output.trim()}`)
    stamp(stampFile(), wanted)
  })
}

const stampFile = () => join(cacheFolder(), 'web-built')

function isBuilt(wanted) {
  return isStamped(stampFile(), wanted) && existsSync(join(projectRoot, 'apps/web/dist/index.html'))
}

function wantedBuild() {
  const packages = workspaceFolders().filter((folder) => folder.startsWith('packages/'))
  return fingerprint(['apps/web', 'pnpm-lock.yaml', ...packages.map((folder) => `${folder}/src`)])
}
