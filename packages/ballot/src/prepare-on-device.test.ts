import fc from 'fast-check'
import { expect, test } from 'vitest'
import { prepareBallot } from './ballot-client.ts'
import { makeBallotKeys } from './ballot-server.ts'
import { prepareOnDevice } from './prepare-on-device.ts'

test('a seed gives the same ballot with the browser’s own functions', async () => {
  const { pkB } = makeBallotKeys()
  const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length })
  await fc.assert(
    fc.asyncProperty(bytes(32), bytes(90), async (seed, info) => {
      expect(await prepareOnDevice(seed, info, pkB)).toEqual(prepareBallot(seed, info, pkB))
    }),
    { numRuns: 20 },
  )
})
