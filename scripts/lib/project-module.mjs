import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { projectRoot } from './project.mjs'

/** A file of a package that one of our parts depends on, whatever the working directory is. */
export function moduleProgram(part, name, file) {
  return join(projectRoot, part, 'node_modules', name, file)
}

/** What `node --import` takes to run TypeScript. */
export function tsxLoader() {
  const entry = createRequire(join(projectRoot, 'apps/api/package.json')).resolve('tsx')
  return pathToFileURL(entry).href
}
