import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  concernBytes,
  concernRoom,
  readConcern,
  readConcernAnswer,
  writeConcern,
  writeConcernAnswer,
} from './concern-bytes.ts'
import { cleanText, roomLeft } from './padded-text.ts'
import { leftInRoom } from './text-in-room.ts'

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
const text = (most: number) =>
  fc
    .string({ unit: fc.constantFrom('a', ' ', '\n', 'é', '語', '👩‍👧', '\0'), maxLength: most })
    .map(cleanText)

test('every concern takes the same bytes, and comes out as it went in', () => {
  fc.assert(
    fc.property(bytes(32), text(2500), (replyKey, said) => {
      fc.pre(said !== '' && leftInRoom(said, concernRoom) >= 0)
      const written = writeConcern({ replyKey, text: said })
      expect(written).toHaveLength(concernBytes)
      expect(readConcern(written)).toEqual({ replyKey, text: said })
    }),
    { numRuns: 50 },
  )
})

test('an empty concern is none, nor are bytes of another length or with something after the text', () => {
  const replyKey = new Uint8Array(32).fill(7)
  expect(readConcern(writeConcern({ replyKey, text: '' }))).toBeNull()
  expect(readConcern(new Uint8Array(concernBytes - 1))).toBeNull()
  const written = writeConcern({ replyKey, text: 'said' })
  written[written.length - 1] = 65
  expect(readConcern(written)).toBeNull()
  expect(() => writeConcern({ replyKey, text: 'a'.repeat(3001) })).toThrow()
  expect(readConcern(writeConcern({ replyKey, text: 'a'.repeat(3000) }))?.text).toHaveLength(3000)
})

test('every answer takes the same bytes, whatever it says and in whatever state', () => {
  const lengths = new Set<number>()
  fc.assert(
    fc.property(
      bytes(16),
      fc.constantFrom('new', 'read', 'in work', 'closed'),
      fc.constantFrom('trusted', 'escalation'),
      text(1000),
      (ticket, state, by, said) => {
        fc.pre(roomLeft(said) >= 0)
        const answer = { ticket, state, by, office: 'Vertrauensperson für alle', text: said }
        const written = writeConcernAnswer(answer)
        lengths.add(written.length)
        expect(readConcernAnswer(written)).toEqual(answer)
        expect(readConcernAnswer(written.subarray(1))).toBeNull()
      },
    ),
    { numRuns: 50 },
  )
  expect(lengths.size).toBe(1)
})
