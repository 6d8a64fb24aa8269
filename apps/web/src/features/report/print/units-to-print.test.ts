import { reportableUnits } from '@chorus/contracts/report'
import { expect, test } from 'vitest'
import { unitsToPrint } from './units-to-print.ts'

const { units } = reportableUnits.parse({
  units: [
    { id: 'top', name: 'Top', depth: 0, parent: null },
    { id: 'left', name: 'Left', depth: 1, parent: 'top' },
    { id: 'red', name: 'Red', depth: 2, parent: 'left' },
    { id: 'blue', name: 'Blue', depth: 2, parent: 'left' },
    { id: 'right', name: 'Right', depth: 1, parent: 'top' },
    { id: 'other', name: 'Other', depth: 0, parent: null },
  ],
})

test.each([
  ['top', ['top', 'left', 'red', 'blue', 'right']],
  ['left', ['left', 'red', 'blue']],
  ['red', ['red']],
  ['other', ['other']],
  ['elsewhere', []],
])('%s is printed with all below it and nothing beside it', (top, expected) => {
  expect(unitsToPrint(units, top).map(({ id }) => id)).toEqual(expected)
})
