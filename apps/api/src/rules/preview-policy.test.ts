import { policyInput } from '@chorus/contracts/policy'
import { expect, test } from 'vitest'
import { previewPolicy } from './preview-policy.ts'

const units = [
  { id: 'top', parent: null, name: 'Top' },
  { id: 'red', parent: 'top', name: 'Red' },
  { id: 'blue', parent: 'top', name: 'Blue' },
  { id: 'green', parent: 'top', name: 'Green' },
]
const people = new Map([
  ['top', 8],
  ['red', 12],
  ['blue', 6],
  ['green', 6],
])
const policy = (given: object) => policyInput.parse({ comments: true, ...given })

test('a higher k names the units that would not report alone any more, and where their people would answer', () => {
  const { joined } = previewPolicy({ units, people }, policy({ k: 5 }), policy({ k: 7 }))
  expect(joined.map(({ unit, people: count }) => [unit, count])).toEqual([
    ['Blue', 6],
    ['Green', 6],
  ])
  for (const { group } of joined) expect(group).not.toBe('')
})

test('a higher threshold of comments names the units whose comments could not be read alone', () => {
  const { joined, withoutComments } = previewPolicy(
    { units, people },
    policy({ commentK: 10 }),
    policy({ commentK: 13 }),
  )
  expect(joined).toEqual([])
  expect(withoutComments).toEqual([{ unit: 'Red', people: 12 }])
})

test('an organisation smaller than k has no units left', () => {
  const { joined } = previewPolicy({ units, people }, policy({ k: 5 }), policy({ k: 100 }))
  expect(joined.map(({ unit }) => unit)).toEqual(['Top', 'Red', 'Blue', 'Green'])
})
