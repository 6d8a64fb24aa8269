import { createPrivateKey, createPublicKey } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readAnswer, sealedAnswerBytes, writeAnswer } from './answer-bytes.ts'
import { cleanText, roomLeft } from './padded-text.ts'
import { openAsAuthor, sealToAuthor } from './reply-box.ts'
import { replyPublicKey, replySecretKey, replySeeds } from './reply-keys.ts'
import { drawSecret } from './six-words.ts'

const wave = '018f3f5e-0000-4000-8000-000000000001'
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })

test('only the author opens an answer: not another author, not the key of another scale, not after a change of one bit', async () => {
  await fc.assert(
    fc.asyncProperty(bytes(32), bytes(32), bytes(100), fc.nat(147 * 8), async (mine, other, said, bit) => {
      fc.pre(!Buffer.from(mine).equals(other))
      const box = await sealToAuthor(said, replyPublicKey(mine))
      expect(await openAsAuthor(box, mine)).toEqual({ ok: true, value: said })
      expect(await openAsAuthor(box, other)).toMatchObject({ ok: false })
      const changed = box.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte))
      expect(await openAsAuthor(changed, mine)).toMatchObject({ ok: false })
    }),
    { numRuns: 25 },
  )
})

test('two boxes with the same words have nothing in common but their length', async () => {
  const key = replyPublicKey(new Uint8Array(32).fill(1))
  const [one, two] = await Promise.all([0, 1].map(() => sealToAuthor(new Uint8Array(10), key)))
  expect(one).toHaveLength(58)
  expect(two).toHaveLength(58)
  expect(one?.subarray(0, 32)).not.toEqual(two?.subarray(0, 32))
  expect(one?.subarray(32)).not.toEqual(two?.subarray(32))
})

test('bytes that are no key are refused, and bytes that are no box open for nobody', async () => {
  await expect(sealToAuthor(new Uint8Array(1), new Uint8Array(32))).rejects.toThrow()
  for (const length of [0, 31, 32, 48, 200])
    expect(await openAsAuthor(new Uint8Array(length), new Uint8Array(32).fill(1))).toMatchObject({
      ok: false,
    })
})

test('the public key that is made without X25519 is the one that X25519 makes', () => {
  const privatePrefix = Buffer.from('302e020100300506032b656e04220420', 'hex')
  fc.assert(
    fc.property(bytes(32), (seed) => {
      const der = Buffer.concat([privatePrefix, replySecretKey(seed)])
      const theirs = createPublicKey(createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }))
      const raw = theirs.export({ format: 'der', type: 'spki' }).subarray(-32)
      expect(replyPublicKey(seed)).toEqual(Uint8Array.from(raw))
    }),
    { numRuns: 25 },
  )
})

test('each scale and each wave has a key of its own, and the same six words make the same keys anywhere', async () => {
  const secret = drawSecret()
  const scales = ['safety', 'belonging']
  const [first, again, elsewhere] = await Promise.all([
    replySeeds(secret, wave, scales),
    replySeeds(secret.slice(), wave, ['belonging', 'safety']),
    replySeeds(secret, wave.replace('01', '02'), scales),
  ])
  expect(again.get('safety')).toEqual(first.get('safety'))
  const all = [...first.values(), ...elsewhere.values()].map((seed) => Buffer.from(seed).toString('hex'))
  expect(new Set(all).size).toBe(4)
  // Slow by design, and slower beside other tests.
}, 30_000)

test('all answers are as long, whoever says how much; a long name of a unit is cut between letters', () => {
  const ticket = new Uint8Array(16).fill(9)
  fc.assert(
    fc.property(
      fc.option(
        fc.string({ unit: fc.constantFrom('a', ' ', 'é', '語', '👩‍👧'), minLength: 1, maxLength: 90 }),
        {
          nil: null,
        },
      ),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (name, typed) => {
        const [unit, text] = [name === null ? null : cleanText(name) || null, cleanText(typed)]
        if (roomLeft(text) < 0) return
        const written = writeAnswer({ ticket, unit, text })
        expect(written.length + 48).toBe(sealedAnswerBytes)
        const read = readAnswer(written)
        expect(read?.text).toBe(text)
        expect(ticket).toEqual(read?.ticket)
        expect((unit ?? '').startsWith(read?.unit ?? '')).toBe(true)
        if (Buffer.byteLength(unit ?? '') <= 128) expect(read?.unit).toBe(unit)
      },
    ),
    { numRuns: 20 },
  )
  expect(readAnswer(new Uint8Array(3))).toBeNull()
})
