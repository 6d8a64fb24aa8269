import { expect, test } from 'vitest'
import { listOf } from './list.ts'

type Entry = { id: string; text: string }
const fits = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'id' in value && 'text' in value

function memory() {
  const map = new Map<string, string>()
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  }
}

test('entries are put in, replaced by id and dropped; with the last one the key goes, too', () => {
  const device = memory()
  const list = () => listOf(device, 'k', fits)
  list().put({ id: 'a', text: 'one' })
  list().put({ id: 'b', text: 'two' })
  list().put({ id: 'a', text: 'three' })
  expect(list().find('a')?.text).toBe('three')
  expect(list().all()).toHaveLength(2)
  list().drop('a')
  list().drop('b')
  expect(device.map.size).toBe(0)
})

test('damaged or foreign entries are left aside', () => {
  const device = memory()
  for (const broken of ['{', '{}', 'null', '[1, {"id": "a"}]']) {
    device.setItem('k', broken)
    expect(listOf(device, 'k', fits).all()).toEqual([])
  }
})

test('where storage is closed or full, the list lives as long as the page', () => {
  const full = {
    ...memory(),
    setItem: () => {
      throw new Error('full')
    },
  }
  for (const storage of [undefined, full]) {
    const list = listOf(storage, 'k', fits)
    list.put({ id: 'a', text: 'one' })
    expect(list.find('a')?.text).toBe('one')
    list.drop('a')
    expect(list.all()).toEqual([])
  }
})
