import { expect, test } from 'vitest'
import { mustBeEncrypted } from './must-be-encrypted.ts'

test('no link leaves this machine in the clear, unless the address of the server says that it may', () => {
  expect(mustBeEncrypted('smtp://mail.example.org')).toBe(true)
  expect(mustBeEncrypted('smtp://name:secret@mail.example.org:587?requireTLS=true')).toBe(true)
  expect(mustBeEncrypted('smtp://localhost.example.org')).toBe(true)
  expect(mustBeEncrypted('smtp://127.0.0.1:2525')).toBe(false)
  expect(mustBeEncrypted('smtp://[::1]:2525')).toBe(false)
  expect(mustBeEncrypted('smtp://relay.internal?requireTLS=false')).toBe(false)
})
