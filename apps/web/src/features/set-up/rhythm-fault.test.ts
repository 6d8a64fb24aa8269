import { expect, test } from 'vitest'
import { ApiProblem } from '../../lib/api/problem.ts'
import { rhythmFault } from './rhythm-fault.ts'

const refused = (detail: string) => rhythmFault(new ApiProblem('malformed-request', [], 0, detail))

test('each part of a rhythm has words of its own; the first fault is said', () => {
  expect(refused('/rhythm/windowDays: too long; /rhythm/rests/0/to: early')).toBe('set-up.fault.window')
  expect(refused('/rhythm/rests/0/to: the last day lies before the first')).toBe('set-up.fault.rests')
  expect(refused('/rhythm/opensAt: a time of day has the form 08:30')).toBe('set-up.fault.fields')
  expect(refused('/rotation/perWave: too small')).toBe('set-up.fault.fields')
})

test('what is no fault of the rhythm keeps its own words', () => {
  expect(rhythmFault(new ApiProblem('offline'))).toBe('problem.offline')
  expect(rhythmFault(new ApiProblem('unknown-instrument'))).toBe('problem.unknown-instrument')
})
