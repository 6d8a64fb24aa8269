import { randomBytes, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeReceiptKeys, signReceipt, verifyReceipt } from './receipt.ts'
import { signReceiptOnServer } from './receipt-server.ts'

test('node and noble make the same signature, and it verifies', () => {
  for (let round = 0; round < 20; round++) {
    const { skR, pkR } = makeReceiptKeys()
    const receipted = { wave: randomUUID(), cohort: randomUUID(), leaf: randomBytes(32) }
    const sig = signReceiptOnServer(receipted, skR)
    expect(sig).toEqual(signReceipt(receipted, skR))
    expect(verifyReceipt(receipted, sig, pkR)).toBe(true)
  }
})
