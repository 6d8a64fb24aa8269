import { expect, test } from 'vitest'
import { absenceIsPossible } from './absence-days.ts'

const today = '2026-03-02'

test.each([
  ['today alone', '2026-03-02', '2026-03-02', true],
  ['one that has begun', '2026-02-20', '2026-03-02', true],
  ['over', '2026-02-20', '2026-03-01', false],
  ['the wrong way round', '2026-03-10', '2026-03-09', false],
  ['ninety days', '2026-03-02', '2026-05-30', true],
  ['ninety-one days', '2026-03-02', '2026-05-31', false],
])('%s: from %s until %s', (_, from, until, possible) => {
  expect(absenceIsPossible({ from, until }, today)).toBe(possible)
})
