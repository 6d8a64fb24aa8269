import type { Reached } from './ballot-device.ts'

/** A Chorus in another process, asked as devices ask it: over the network, with headers of their own. */
export function reachedOverHttp(address: string, linkTokens: ReadonlyMap<string, string>): Reached {
  return {
    clock: {
      get now() {
        return new Date()
      },
    },
    app: {
      async inject({ method = 'GET', url, headers = {}, payload }) {
        const answer = await fetch(address + url, {
          method,
          headers: payload ? { ...headers, 'content-type': 'application/json' } : headers,
          ...(payload ? { body: JSON.stringify(payload) } : {}),
        })
        const body = await answer.text()
        return { statusCode: answer.status, body, json: () => JSON.parse(body) }
      },
    },
    async signIn(email) {
      const answer = await fetch(`${address}/api/session`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: linkTokens.get(email) }),
      })
      if (answer.status !== 200) throw new Error(await answer.text())
      return answer.headers.get('set-cookie')?.split(';')[0] ?? ''
    },
  }
}
