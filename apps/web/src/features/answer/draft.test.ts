import { expect, test } from 'vitest'
import { draftOf } from './draft.ts'

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
const draft = { answers: { 'safety-1': 6, 'safety-2': null }, comments: {}, at: 2, shared: false }

test('a draft comes back after a reload, with the items that were deliberately not answered', () => {
  const tab = memory()
  draftOf('w1', tab).keep(draft)
  expect(draftOf('w1', tab).read()).toEqual(draft)
})

test('a comment comes back, too, and is wiped with the answers', () => {
  const tab = memory()
  const written = { ...draft, comments: { safety: { text: 'Too many meetings', further: true } } }
  draftOf('w1', tab).keep(written)
  expect(draftOf('w1', tab).read()).toEqual(written)
  draftOf('w1', tab).wipe()
  expect(tab.map.size).toBe(0)
})

test('the draft of one wave is not the draft of another', () => {
  const tab = memory()
  draftOf('w1', tab).keep(draft)
  expect(draftOf('w2', tab).read()).toBeUndefined()
})

test('after wiping, nothing is left in the tab', () => {
  const tab = memory()
  draftOf('w1', tab).keep(draft)
  draftOf('w1', tab).wipe()
  expect(tab.map.size).toBe(0)
})

test('a whole entry is read, so that the damaged ones below are refused for their damage', () => {
  const whole = '{"answers":{"a":7},"comments":{},"at":0,"until":null}'
  expect(draftOf('w1', memory({ 'chorus.draft.w1': whole })).read()?.answers).toEqual({ a: 7 })
})

test('on a shared device a draft outlives its last touch by 30 minutes, and is wiped with the next look', () => {
  const tab = memory()
  let minute = 0
  const place = draftOf('w1', tab, () => minute * 60_000)
  const shared = { ...draft, shared: true }
  place.keep(shared)
  minute = 29
  expect(place.read()).toEqual(shared)
  place.keep(shared)
  minute = 58
  expect(place.read()).toEqual(shared)
  minute = 59
  expect(place.read()).toBeUndefined()
  expect(tab.map.size).toBe(0)
})

test('a damaged or foreign entry is ignored, not shown', () => {
  for (const broken of [
    '{',
    '[]',
    '{"answers":{"a":"7"},"comments":{},"at":0,"until":null}',
    '{"answers":{"a":7},"comments":{},"at":0}',
    '{"answers":{"a":7},"at":0,"until":null}',
    '{"answers":{},"comments":{"s":"x"},"at":0,"until":null}',
    'null',
  ])
    expect(draftOf('w1', memory({ 'chorus.draft.w1': broken })).read()).toBeUndefined()
})

test('answering goes on where storage is closed', () => {
  const closed = {
    getItem: () => {
      throw new Error('closed')
    },
    setItem: () => {
      throw new Error('closed')
    },
    removeItem: () => {
      throw new Error('closed')
    },
  }
  const place = draftOf('w1', closed)
  place.keep(draft)
  place.wipe()
  expect(place.read()).toBeUndefined()
})
