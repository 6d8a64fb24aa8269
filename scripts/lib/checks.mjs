import { buildWebWhenNeeded } from './build-web.mjs'
import { runTool } from './program.mjs'
import { moduleProgram } from './project-module.mjs'
import { sumOf, tallyLine } from './tally.mjs'
import { runTests } from './tests.mjs'

/** Every check that needs no running program; each counts as one line of the result. */
const staticChecks = [
  {
    name: 'format and lint',
    tool: ['@biomejs/biome', 'bin/biome'],
    words: ['check', '--error-on-warnings', '.'],
  },
  {
    name: 'boundaries',
    tool: ['dependency-cruiser', 'bin/dependency-cruise.mjs'],
    words: ['--config', 'tools/boundaries.cjs', 'apps', 'packages'],
  },
  { name: 'dead code', tool: ['knip', 'bin/knip.js'], words: [] },
  { name: 'types', tool: ['typescript', 'bin/tsc'], words: ['-p', '.'] },
  { name: 'types of the pages', tool: ['typescript', 'bin/tsc'], words: ['-p', 'apps/web'] },
]

/**
 * Runs everything that CI runs and ends with one line of counts. Words narrow it down to the tests they match, without
 * the static checks. Gives the exit code.
 */
export async function runChecks(words) {
  const tallies = []
  if (words.length === 0) for (const check of staticChecks) tallies.push(await runStaticCheck(check))
  tallies.push(await inTheOpen('build of the pages', buildWebWhenNeeded))
  tallies.push(await runTests(words))

  const total = sumOf(tallies)
  console.log(tallyLine(total))
  return total.failed === 0 ? 0 : 1
}

function runStaticCheck({ name, tool, words }) {
  return inTheOpen(name, async () => {
    const { code, output } = await runTool(process.execPath, [moduleProgram('.', ...tool), ...words])
    if (code !== 0) throw new Error(output.trim())
  })
}

async function inTheOpen(name, work) {
  const start = performance.now()
  const seconds = () => `${((performance.now() - start) / 1000).toFixed(1)} s`
  try {
    await work()
    console.log(`passed  ${name} (${seconds()})`)
    return { passed: 1, failed: 0, skipped: [] }
  } catch (error) {
    console.log(`FAILED  ${name} (${seconds()})\n${error.message}\n`)
    return { passed: 0, failed: 1, skipped: [] }
  }
}
