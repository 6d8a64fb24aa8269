/** As much of a browser as a chain of redirects needs: it keeps cookies by host and path, and follows one step at a time. */
export class WalkingBrowser {
  readonly #jar = new Map<string, { host: string; path: string; text: string }>()

  async step(address: string): Promise<Response> {
    const { host, pathname } = new URL(address)
    const cookie = [...this.#jar.values()]
      .filter((kept) => kept.host === host && pathname.startsWith(kept.path))
      .map(({ text }) => text)
      .join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: cookie ? { cookie } : {} })
    for (const line of answer.headers.getSetCookie()) this.#keep(host, line)
    return answer
  }

  /** Follows redirects until the next one would lead to such an address, or there is no further one; where it stands then. */
  async walk(start: string, until: (address: string) => boolean = () => false): Promise<string> {
    let at = start
    for (let steps = 0; steps < 20; steps++) {
      const answer = await this.step(at)
      await answer.arrayBuffer()
      const next = answer.headers.get('location')
      if (next === null) return at
      at = new URL(next, at).href
      if (until(at)) return at
    }
    throw new Error(`there is no end to the redirects: ${at}`)
  }

  /** The cookie header for a path of a host. */
  cookies(host: string, path = '/'): string {
    return [...this.#jar.values()]
      .filter((kept) => kept.host === host && path.startsWith(kept.path))
      .map(({ text }) => text)
      .join('; ')
  }

  keep(host: string, cookie: string): void {
    this.#keep(host, `${cookie}; path=/`)
  }

  #keep(host: string, line: string): void {
    const [text = '', ...rest] = line.split(';').map((part) => part.trim())
    const path = /^path=(.*)$/i.exec(rest.find((part) => /^path=/i.test(part)) ?? '')?.[1] ?? '/'
    const name = `${host} ${path} ${text.split('=')[0]}`
    const isOver = rest.some((part) => /^expires=Thu, 01 Jan 1970/i.test(part))
    if (isOver) this.#jar.delete(name)
    else this.#jar.set(name, { host, path, text })
  }
}
