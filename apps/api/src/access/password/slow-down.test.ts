import { expect, test } from 'vitest'
import { SlowDown } from './slow-down.ts'

const at = (seconds: number) => new Date(seconds * 1000)

test('three tries are free, then each wait is twice as long, up to a quarter of an hour', () => {
  const slow = new SlowDown()
  let now = 1_000_000
  const waits = Array.from({ length: 12 }, () => {
    const wait = slow.waitFor('ada', at(now))
    now += wait
    slow.tries('ada', at(now))
    return wait
  })
  expect(waits).toEqual([0, 0, 0, 15, 30, 60, 120, 240, 480, 900, 900, 900])
})

test('another name does not wait, capital letters are the same name, and an hour later it is forgotten', () => {
  const slow = new SlowDown()
  for (const _ of [1, 2, 3, 4]) slow.tries('ada', at(0))
  expect(slow.waitFor('ADA', at(0))).toBe(30)
  expect(slow.waitFor('grace', at(0))).toBe(0)
  slow.tries('grace', at(3601))
  expect(slow.waitFor('ada', at(3601))).toBe(0)
})

test('a right password begins anew', () => {
  const slow = new SlowDown()
  for (const _ of [1, 2, 3]) slow.tries('ada', at(0))
  slow.succeeded('ada')
  expect(slow.waitFor('ada', at(0))).toBe(0)
})

test('after 300 tries in all everybody waits for the end of the quarter of an hour', () => {
  const slow = new SlowDown()
  for (let count = 0; count < 300; count++) slow.tries(`name ${count}`, at(100))
  expect(slow.waitFor('ada', at(400))).toBe(600)
  expect(slow.waitFor('ada', at(1000))).toBe(0)
})
