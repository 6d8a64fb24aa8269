import { expect, test } from 'vitest'
import { linkEitherWay } from './linkage.ts'
import { seededNumbers, shuffled } from './seeded-numbers.ts'
import { fiveTeamsOfForty, waveSchedule } from './wave-schedule.ts'

const people = fiveTeamsOfForty()
const came = shuffled([...people.values()].flat(), seededNumbers(5))

test('an order that is kept, or turned round, links everybody', () => {
  expect(linkEitherWay(people, came, came)).toMatchObject({ found: 200, linked: 200 })
  expect(linkEitherWay(people, came, [...came].reverse())).toMatchObject({ found: 200, linked: 200 })
})

test('an order that has nothing to do with people links about one in each team', () => {
  const { linked, chance } = linkEitherWay(people, came, shuffled(came, seededNumbers(6)))
  expect(linked).toBeLessThan(15)
  expect(chance).toBeGreaterThan(1e-3)
})

test('a trace too weak to place anybody is still noticed: who came early stands early', () => {
  const random = seededNumbers(7)
  const halves = [came.slice(0, 100), came.slice(100)].flatMap((half) => shuffled(half, random))
  expect(linkEitherWay(people, came, halves).chance).toBeLessThan(1e-6)
})

test('nothing found is nothing linked', () => {
  expect(linkEitherWay(people, came, [])).toEqual({ found: 0, linked: 0, chance: 1 })
})

test('in a played wave 34 of 40 answer, each after Send, and answers overtake each other', () => {
  const events = waveSchedule(people, 1)
  const order = (kind: 'issue' | 'send') =>
    events.flatMap((event) => (event.kind === kind ? [event.person] : []))
  expect(order('issue')).toHaveLength(170)
  expect(new Set(order('send')).size).toBe(170)
  expect(order('send')).not.toEqual(order('issue'))
  for (const person of order('issue'))
    expect(events.findIndex((event) => event.kind === 'send' && event.person === person)).toBeGreaterThan(
      events.findIndex((event) => event.kind === 'issue' && event.person === person),
    )
})
