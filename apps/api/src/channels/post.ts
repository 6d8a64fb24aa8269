import { lookup } from 'node:dns'
import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { err, ok, type Result } from '@chorus/basics/result'
import type { ChannelTrouble } from '@chorus/contracts/channels'
import type { Reach } from './reach.ts'

const patienceMilliseconds = 10_000

/**
 * Sends one document, once. The name is looked up here and the addresses judged as the connection is made, so that a name which
 * leads elsewhere a moment later gets nothing. No redirect is followed, and nothing of the answer but its status is read.
 * @param patience how long the other side may take, in milliseconds
 */
export async function post(
  address: string,
  document: { readonly body: string; readonly headers: Readonly<Record<string, string>> },
  reach: Reach,
  patience = patienceMilliseconds,
): Promise<Result<void, ChannelTrouble>> {
  const url = new URL(address)
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (!reach.allowsProtocol(url.protocol) || url.username !== '' || url.password !== '')
    return err('address-not-allowed')
  if (isIP(host) !== 0 && !reach.allowsAddress(host)) return err('address-not-allowed')
  const send = url.protocol === 'https:' ? overHttps : overHttp
  return new Promise((resolve) => {
    const sending = send(
      url,
      {
        method: 'POST',
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(document.body),
          'user-agent': 'Chorus',
          ...document.headers,
        },
        agent: false,
        lookup: lookupWithin(reach),
        signal: AbortSignal.timeout(patience),
      },
      (answer) => {
        const status = answer.statusCode ?? 0
        answer.destroy()
        if (status >= 200 && status < 300) resolve(ok(undefined))
        else resolve(err(status >= 300 && status < 400 ? 'redirected' : 'refused'))
      },
    )
    sending.on('error', (error) => resolve(err(troubleOf(error))))
    sending.end(document.body)
  })
}

const notAllowed = 'ENOTALLOWED'

function lookupWithin(reach: Reach): LookupFunction {
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return done(error, '')
      if (found.length === 0 || found.some(({ address }) => !reach.allowsAddress(address)))
        return done(Object.assign(new Error('this address is not for messages'), { code: notAllowed }), '')
      const [first] = found
      if (options.all === true) return done(null, found)
      done(null, first?.address ?? '', first?.family)
    })
  }
}

function troubleOf(error: Error): ChannelTrouble {
  const code = 'code' in error ? String(error.code) : ''
  if (code === notAllowed) return 'address-not-allowed'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'not-found'
  return error.name === 'TimeoutError' || error.name === 'AbortError' ? 'too-slow' : 'not-reached'
}
