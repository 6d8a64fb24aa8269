import { expect, test } from 'vitest'
import { pageMemory } from '../../lib/device/list.ts'
import { forgetStep, keepStep, stepOf } from './welcome-place.ts'

test('whoever comes back goes on where they were, each for themselves, until they have finished', () => {
  const storage = pageMemory()
  expect(stepOf('ada', 5, storage)).toBe(0)
  keepStep('ada', 3, storage)
  expect(stepOf('ada', 5, storage)).toBe(3)
  expect(stepOf('bo', 5, storage)).toBe(0)
  forgetStep('ada', storage)
  expect(stepOf('ada', 5, storage)).toBe(0)
})

test('a place beyond the last step, or none at all, leads nowhere wrong', () => {
  const storage = pageMemory()
  keepStep('ada', 9, storage)
  expect(stepOf('ada', 5, storage)).toBe(4)
  storage.setItem(
    'chorus.welcome',
    JSON.stringify([
      { id: 'ada', step: -1 },
      { id: 'bo', step: 'two' },
    ]),
  )
  expect([stepOf('ada', 5, storage), stepOf('bo', 5, storage)]).toEqual([0, 0])
})
