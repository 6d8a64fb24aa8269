import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leafOfBallot } from './leaf-of-ballot.ts'
import { leafOf, nullifierOf } from './nullifier.ts'

test('the device and the server give a ballot the same leaf', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uuid(), fc.uint8Array({ minLength: 32, maxLength: 32 }), async (cohort, input) => {
      expect(await leafOfBallot(cohort, input)).toEqual(leafOf(nullifierOf(cohort, input)))
    }),
  )
})
