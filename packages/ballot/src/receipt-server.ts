// Server only: imports node:crypto.
import { createPrivateKey, sign } from 'node:crypto'
import { remembered } from '@chorus/basics/remembered'
import { type Receipted, receiptMessage } from './receipt.ts'

/** The beginning of an Ed25519 private key in DER (RFC 8410): node takes no raw ones. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The same bytes as `signReceipt`, which Ed25519 makes of the key and the message alone, in a tenth of the time. */
export function signReceiptOnServer(receipted: Receipted, skR: Uint8Array): Uint8Array {
  return Uint8Array.from(sign(null, receiptMessage(receipted), signingKey(skR)))
}

const signingKey = remembered((raw: Uint8Array) =>
  createPrivateKey({ key: Buffer.concat([privatePrefix, raw]), format: 'der', type: 'pkcs8' }),
)
