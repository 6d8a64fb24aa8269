import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cacheFolder, projectRoot } from './project.mjs'
import { moduleProgram } from './project-module.mjs'
import { tallyOf } from './tally.mjs'

/** Runs Vitest on all projects, shows it to people, and counts from its own report. */
export async function runTests(words) {
  const reportFile = join(cacheFolder(), `test-report-${process.pid}.json`)
  const exitCode = await runVitest([
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${reportFile}`,
    ...words,
  ])
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined
  rmSync(reportFile, { force: true })

  const tally = tallyOf(report, exitCode)
  if (!report) console.log('FAILED  Vitest ended without a report')
  nameSkipped(tally.skipped)
  return tally
}

function runVitest(words) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [moduleProgram('.', 'vitest', 'vitest.mjs'), ...words], {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(127))
    child.on('close', (code) => resolve(code ?? 1))
  })
}

function nameSkipped(skipped) {
  if (skipped.length === 0) return
  const rule = '='.repeat(80)
  console.log(`${rule}\nNOT CHECKED: ${skipped.length} skipped`)
  for (const name of skipped) console.log(`  - ${name.replace(projectRoot, '.')}`)
  console.log(rule)
}
