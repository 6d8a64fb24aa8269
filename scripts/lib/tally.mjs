/**
 * Counts of what was checked: `passed` and `failed` as numbers, `skipped` as the names of what was left out.
 * @param report what Vitest's JSON reporter wrote; undefined when it wrote nothing
 * @param exitCode of Vitest: errors outside of any test show only there
 */
export function tallyOf(report, exitCode) {
  const files = report?.testResults ?? []
  const tests = files.flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
  const withState = (...states) => tests.filter((test) => states.includes(test.status))

  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(hasFailed),
  )
  const passed = withState('passed').length
  const failed = withState('failed').length + brokenFiles.length
  const sawNothing = passed + failed === 0
  return {
    passed,
    failed: failed === 0 && (exitCode !== 0 || sawNothing) ? 1 : failed,
    skipped: withState('skipped', 'pending', 'todo', 'disabled').map(
      (test) => `${test.file}: ${test.fullName}`,
    ),
  }
}

export function sumOf(tallies) {
  return {
    passed: tallies.reduce((sum, tally) => sum + tally.passed, 0),
    failed: tallies.reduce((sum, tally) => sum + tally.failed, 0),
    skipped: tallies.flatMap((tally) => tally.skipped),
  }
}

/** The last line of `npm test`; machines read it too. */
export function tallyLine({ passed, failed, skipped }) {
  const counts = [`${passed} passed`, `${failed} failed`]
  if (skipped.length > 0) counts.push(`${skipped.length} skipped`)
  return counts.join(', ')
}

function hasFailed(test) {
  return test.status === 'failed'
}
