import { createHash } from 'node:crypto'
import { type ChainedEvent, hashedText } from '@chorus/contracts/trail-hash'
import { expect, test } from 'vitest'
import { checkTrail } from './check-trail.ts'

const organisation = '11111111-1111-4111-8111-111111111111'
const at = '2026-03-02T09:00:00.000Z'

function trailOf(subjects: readonly string[]): ChainedEvent[] {
  let before = ''
  return subjects.map((subject, index) => {
    const event = { organisation, number: index + 1, at, actor: 'HR', action: 'wave opened', subject }
    before = createHash('sha256').update(hashedText(before, event)).digest('hex')
    return { ...event, hash: before }
  })
}

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items
}

const check = (events: readonly ChainedEvent[], head?: string) => checkTrail(each(events), head)
const trail = trailOf(['a', 'b', 'c', 'd'])
const hashOf = (number: number) => trail[number - 1]?.hash ?? ''

test('the bytes that are hashed are a JSON array without spaces: sha256sum of them gives the same', () => {
  const event = { organisation, number: 1, at, actor: 'HR', action: 'x', subject: '"é"' }
  const text = hashedText('', event)
  expect(text).toBe(`["","${organisation}",1,"${at}","HR","x","\\"é\\""]`)
  // printf '%s' '["",...]' | sha256sum (GNU coreutils).
  expect(createHash('sha256').update(text).digest('hex')).toBe(
    'b50e845a761816772685a1ee4c4be6c7724f4a95441c10063431e95f149833b2',
  )
})

test('an empty trail and a whole one are as they were noted; any head of before is contained', async () => {
  expect(await check([])).toEqual({ ok: true, value: { events: 0, head: '' } })
  for (const number of [1, 2, 3, 4])
    expect(await check(trail, hashOf(number))).toEqual({ ok: true, value: { events: 4, head: hashOf(4) } })
})

test('the first event that does not fit is named, whatever was done to the trail', async () => {
  const [a, b, c, d] = trail
  if (!a || !b || !c || !d) throw new Error('four events')
  const renumbered = (event: ChainedEvent, number: number) => ({ ...event, number })
  for (const [altered, error] of [
    [[a, { ...b, subject: 'B' }, c, d], { code: 'changed', number: 2 }],
    [[a, b, { ...c, at: '2026-03-02T09:00:00.001Z' }, d], { code: 'changed', number: 3 }],
    [[a, c, d], { code: 'gap', number: 3, expected: 2 }],
    [[a, renumbered(c, 2), renumbered(d, 3)], { code: 'changed', number: 2 }],
    [[a, renumbered(c, 2), renumbered(b, 3), d], { code: 'changed', number: 2 }],
    [[b, c, d], { code: 'gap', number: 2, expected: 1 }],
    [[a, b, { ...c, organisation: 'another' }, d], { code: 'other-organisation', number: 3 }],
  ] as const)
    expect(await check(altered)).toEqual({ ok: false, error })
})

test('a trail that was cut off, or written anew from some event on, fits by itself and lacks the noted head', async () => {
  const cut = trail.slice(0, 3)
  const anew = trailOf(['a', 'b', 'x', 'd'])
  for (const one of [cut, anew]) {
    expect((await check(one)).ok).toBe(true)
    expect(await check(one, hashOf(4))).toEqual({
      ok: false,
      error: { code: 'head-missing', number: one.length },
    })
    expect((await check(one, hashOf(2))).ok).toBe(true)
  }
})
