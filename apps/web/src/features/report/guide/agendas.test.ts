import { expect, test } from 'vitest'
import { agendas } from './agendas.ts'

test.each(agendas)('the minutes of the $id agenda add up', ({ minutes, steps }) => {
  expect(steps.reduce((sum, step) => sum + step.minutes, 0)).toBe(minutes)
})

test('each ends with a step that is agreed on, and gives most of its time to talking', () => {
  for (const { minutes, steps } of agendas) {
    expect(steps.at(-2)?.step).toBe('step')
    const talking = steps
      .filter(({ step }) => step.startsWith('talk'))
      .reduce((sum, step) => sum + step.minutes, 0)
    expect(talking).toBeGreaterThanOrEqual(0.4 * minutes)
  }
})
