import { join } from 'node:path'
import { handOver } from './program.mjs'
import { projectRoot } from './project.mjs'
import { tsxLoader } from './project-module.mjs'

/** Runs the command line of Chorus in the folder where the person typed it, so that relative paths are theirs. */
export function runChorus(words) {
  const program = join(projectRoot, 'apps/api/src/cli/main.ts')
  return handOver(process.execPath, ['--import', tsxLoader(), program, ...words], {
    cwd: process.env.INIT_CWD || process.cwd(),
    env: { ...process.env, TSX_TSCONFIG_PATH: join(projectRoot, 'tsconfig.json') },
  })
}
