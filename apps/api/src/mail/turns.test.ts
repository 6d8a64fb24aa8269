import { expect, test } from 'vitest'
import { Turns } from './turns.ts'

test('one mail each, in turns, until somebody leaves', async () => {
  const turns = new Turns(async () => ['a', 'b', 'c'], 100)
  const taken: (string | null)[] = []
  for (let count = 0; count < 4; count++) taken.push(await turns.next())
  turns.leave('b')
  for (let count = 0; count < 3; count++) taken.push(await turns.next())
  expect(taken).toEqual(['a', 'b', 'c', 'a', 'c', 'a', 'c'])
  for (const one of ['a', 'c']) turns.leave(one)
  expect(await turns.next()).toBeNull()
})

test('several lanes that begin at once look once, and each gets a turn of its own', async () => {
  let looked = 0
  const turns = new Turns(async () => {
    looked += 1
    return ['a', 'b']
  }, 100)
  expect(await Promise.all([1, 2, 3, 4].map(() => turns.next()))).toEqual(['a', 'b', 'a', 'b'])
  expect(looked).toBe(1)
})

test('whoever comes while others are being sent has the next turn', async () => {
  const waiting = ['large']
  const turns = new Turns(async () => [...waiting], 3)
  for (let count = 0; count < 3; count++) expect(await turns.next()).toBe('large')
  waiting.push('small')
  expect([await turns.next(), await turns.next(), await turns.next()]).toEqual(['small', 'large', 'small'])
})
