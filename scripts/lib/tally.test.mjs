import { expect, test } from 'vitest'
import { sumOf, tallyLine, tallyOf } from './tally.mjs'

const file = (status, ...states) => ({
  name: 'a.test.ts',
  status,
  assertionResults: states.map((state) => ({ status: state, fullName: `a test that is ${state}` })),
})

test('tests are counted by what became of them, and those left out are named', () => {
  const tally = tallyOf({ testResults: [file('failed', 'passed', 'failed', 'skipped', 'todo')] }, 1)
  expect(tally).toEqual({
    passed: 1,
    failed: 1,
    skipped: ['a.test.ts: a test that is skipped', 'a.test.ts: a test that is todo'],
  })
})

test('a file that cannot be loaded counts as a failure beside the others', () => {
  const tally = tallyOf(
    { testResults: [file('passed', 'passed'), file('failed'), file('failed', 'failed')] },
    1,
  )
  expect(tally.failed).toBe(2)
})

test('a file whose preparation fails, so that its tests are left out, counts as a failure', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed'), file('failed', 'skipped')] }, 1).failed).toBe(1)
})

test('an error outside of every test is a failure, though all tests passed', () => {
  expect(tallyOf({ testResults: [file('passed', 'passed')] }, 1)).toMatchObject({ passed: 1, failed: 1 })
})

test('no test at all, or no report, is a failure', () => {
  expect(tallyOf({ testResults: [] }, 0).failed).toBe(1)
  expect(tallyOf({ testResults: [file('passed', 'skipped')] }, 0).failed).toBe(1)
  expect(tallyOf(undefined, 0).failed).toBe(1)
})

test('the last line names skipped tests only when there are any', () => {
  const clean = { passed: 3, failed: 0, skipped: [] }
  expect(tallyLine(clean)).toBe('3 passed, 0 failed')
  expect(tallyLine(sumOf([clean, { passed: 1, failed: 2, skipped: ['x'] }]))).toBe(
    '4 passed, 2 failed, 1 skipped',
  )
})
