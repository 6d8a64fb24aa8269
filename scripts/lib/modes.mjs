import { buildWebWhenNeeded } from './build-web.mjs'
import { runChecks } from './checks.mjs'
import { runChorus } from './chorus.mjs'
import { installWhenNeeded } from './install.mjs'

/** What `scripts/run.mjs <mode>` can do. Each gives the exit code. */
export const modes = {
  start: async (words) => runChorusCommand(['start', ...words]),
  chorus: runChorusCommand,
  /** For images: everything that `start` would have to fetch and build. */
  prepare: async () => {
    await installWhenNeeded()
    await buildWebWhenNeeded()
    return 0
  },
  test: async (words) => {
    await installWhenNeeded()
    return runChecks(words)
  },
}

async function runChorusCommand(words) {
  await installWhenNeeded()
  if (words[0] === 'start') await buildWebWhenNeeded()
  return runChorus(words)
}
