import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './project.mjs'

/** Folders of the workspace's parts, from the project's root: `apps/api`, `packages/db`, ... */
export function workspaceFolders() {
  return ['apps', 'packages'].flatMap((group) =>
    readdirSync(join(projectRoot, group))
      .map((name) => `${group}/${name}`)
      .filter((folder) => existsSync(join(projectRoot, folder, 'package.json')))
      .sort(),
  )
}
