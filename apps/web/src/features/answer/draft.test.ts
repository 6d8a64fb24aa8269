import { expect, test } from 'vitest'
import { draftsOf } from './draft.ts'

function memory(entries: Record<string, string> = {}) {
  const map = new Map(Object.entries(entries))
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}
const draft = { answers: { 'safety-1': 6, 'safety-2': null }, at: 2 }

test('a draft comes back after a reload, with the items that were deliberately not answered', () => {
  const tab = memory()
  draftsOf('w1', tab, memory()).draft.keep(draft)
  expect(draftsOf('w1', tab, memory()).draft.read()).toEqual(draft)
})

test('the draft of one wave is not the draft of another', () => {
  const tab = memory()
  draftsOf('w1', tab, memory()).draft.keep(draft)
  expect(draftsOf('w2', tab, memory()).draft.read()).toBeUndefined()
})

test('answers that are not on their way never reach the storage of the device', () => {
  const device = memory()
  draftsOf('w1', memory(), device).draft.keep(draft)
  expect(device.map.size).toBe(0)
})

test('after wiping, nothing is left on the device', () => {
  const [tab, device] = [memory(), memory()]
  const drafts = draftsOf('w1', tab, device)
  drafts.draft.keep(draft)
  drafts.unsent.keep({ token: 't', commitment: 'h', answers: draft.answers, cohort: null })
  drafts.draft.wipe()
  drafts.unsent.wipe()
  expect([tab.map.size, device.map.size]).toEqual([0, 0])
})

test('a damaged or foreign entry is ignored, not shown', () => {
  for (const broken of ['{', '[]', '{"answers":{"a":"7"},"at":0}', '{"answers":{"a":7}}', 'null'])
    expect(draftsOf('w1', memory({ 'chorus.draft.w1': broken }), undefined).draft.read()).toBeUndefined()
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
  const { draft: place } = draftsOf('w1', closed, closed)
  place.keep(draft)
  place.wipe()
  expect(place.read()).toBeUndefined()
})
