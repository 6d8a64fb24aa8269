import { buildWebWhenNeeded } from './build-web.mjs'
import { runChecks } from './checks.mjs'
import { runChorus } from './chorus.mjs'
import { installWhenNeeded } from './install.mjs'

/** What `scripts/run.mjs <mode>` can do. Each gives the exit code. */
export const modes = {
  start: async (words) => runChorusCommand(['start', ...words]),
  chorus: runChorusCommand,
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
