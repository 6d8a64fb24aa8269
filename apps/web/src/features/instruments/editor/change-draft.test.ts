import fc from 'fast-check'
import { expect, test } from 'vitest'
import { emptyItem, emptyScale, freeId, moved } from './change-draft.ts'

const draft = (...ids: string[]) => ({
  name: {},
  languages: ['en' as const],
  scales: ids.map((id) => ({ ...emptyScale(id), items: [emptyItem(`${id}-1`, { items: [] })] })),
})

test('moving one up and down again changes nothing, and nothing is ever lost', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(), { minLength: 1, maxLength: 8 }), fc.nat(7), (list, place) => {
      const at = place % list.length
      for (const by of [-1, 1] as const) {
        const there = moved(list, at, by)
        expect([...there].sort()).toEqual([...list].sort())
        if (there.some((one, index) => one !== list[index]))
          expect(moved(there, at + by, by === 1 ? -1 : 1)).toEqual(list)
      }
    }),
  )
})

test('the first one cannot go up, and the last one cannot go down', () => {
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b'])
})

test('a new id is that of no scale and no item, neither now nor in the version before', () => {
  expect(freeId('scale', [draft(), null])).toBe('scale-1')
  expect(freeId('scale', [draft('scale-1'), draft('scale-2')])).toBe('scale-3')
  expect(freeId('scale-1', [draft('scale-1'), null])).toBe('scale-1-2')
})

test('a new statement is answered as the one before it', () => {
  const first = { ...emptyItem('a', { items: [] }), min: 0, max: 10 }
  expect(emptyItem('b', { items: [first] })).toMatchObject({ min: 0, max: 10, reversed: false, text: {} })
  expect(emptyItem('a', { items: [] })).toMatchObject({ min: 1, max: 7 })
})
