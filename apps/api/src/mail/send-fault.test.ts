import { expect, test } from 'vitest'
import { sendFaultOf } from './send-fault.ts'

const fault = (code: string, more: { command?: string; responseCode?: number } = {}) =>
  sendFaultOf(Object.assign(new Error('from the mail server'), { code, ...more }))

test('trouble with the server makes all mails wait; a refusal concerns one address or one mail', () => {
  const server = (trouble: string) => ({ code: 'server', trouble })
  expect(fault('ESOCKET', { command: 'CONN' })).toEqual(server('not-reached'))
  expect(fault('EDNS')).toEqual(server('not-reached'))
  expect(fault('EAUTH', { command: 'AUTH PLAIN', responseCode: 535 })).toEqual(server('sign-in-refused'))
  expect(fault('ETLS', { command: 'STARTTLS', responseCode: 502 })).toEqual(server('not-encrypted'))
  expect(fault('EENVELOPE', { command: 'MAIL FROM', responseCode: 553 })).toEqual(server('sender-refused'))
  expect(fault('EENVELOPE', { command: 'RCPT TO', responseCode: 421 })).toEqual(server('busy'))
  expect(fault('EENVELOPE', { command: 'RCPT TO', responseCode: 451 })).toEqual({ code: 'later' })
  expect(fault('EENVELOPE', { command: 'RCPT TO', responseCode: 550 })).toEqual({ code: 'address' })
  expect(fault('EENVELOPE')).toEqual({ code: 'address' })
  expect(fault('EMESSAGE', { command: 'DATA', responseCode: 554 })).toEqual({ code: 'mail' })
})

test('what no mail server said is a bug, and stays one', () => {
  expect(() => sendFaultOf(new TypeError('x is not a function'))).toThrow(TypeError)
})
