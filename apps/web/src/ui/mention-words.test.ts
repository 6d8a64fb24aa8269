import { mentionOf } from '@chorus/contracts/mention-text'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { labelFor, nameBeingTyped, toShown, toStored } from './mention-words.ts'

const ada = { id: '0190a000-0000-7000-8000-000000000001', name: 'Ada', unit: 'East' }
const other = { id: '0190a000-0000-7000-8000-000000000002', name: 'Ada', unit: 'West' }

test('a name is being typed after an @ that begins a word, up to the caret', () => {
  expect(nameBeingTyped('Ask @Ad', 7)).toEqual({ name: 'Ad', from: 4 })
  expect(nameBeingTyped('@María José', 11)).toEqual({ name: 'María José', from: 0 })
  expect(nameBeingTyped('(@O’Neill', 9)).toEqual({ name: 'O’Neill', from: 1 })
  for (const none of ['', 'Ask @', 'mail ada@example', '@ada\nand', '@a b c d'])
    expect(nameBeingTyped(none, none.length), none).toBeNull()
  expect(nameBeingTyped('Ask @Ada', 3)).toBeNull()
})

test('two people of one name have two labels', () => {
  const labels = new Map([[labelFor(new Map(), ada), ada.id]])
  expect(labelFor(labels, other)).toBe('Ada (West)')
  expect(labelFor(labels, ada)).toBe('Ada')
})

test('a name that is the beginning of another does not take its place', () => {
  const labels = new Map([
    ['Ada', ada.id],
    ['Ada Byron', other.id],
  ])
  expect(toStored('@Ada Byron and @Ada', labels)).toBe(`${mentionOf(other.id)} and ${mentionOf(ada.id)}`)
})

test('whatever a text mentions, shown in the field and stored again it is the same', () => {
  const names = ['Ada', 'Ada Byron', 'Bo', undefined]
  const pieces = fc.array(fc.oneof(fc.constantFrom(' and ', '\n', ', '), fc.uuid().map(mentionOf)))
  fc.assert(
    fc.property(pieces, fc.array(fc.nat({ max: 3 }), { minLength: 1 }), (text, choice) => {
      let next = 0
      const given = new Map<string, string | undefined>()
      const nameOf = (person: string) => {
        if (!given.has(person)) given.set(person, names[choice[next++ % choice.length] ?? 0])
        return given.get(person)
      }
      // Mentions that follow each other without a word between them are told apart by one.
      const stored = text.join('.')
      const { shown, labels } = toShown(stored, nameOf, 'Somebody who has left')
      expect(toStored(shown, labels)).toBe(stored)
    }),
  )
})
