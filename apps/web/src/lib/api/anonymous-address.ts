/**
 * Where a request goes that nobody may link to a person: to the host name that the server wrote into the page, or to this one where it
 * wrote none. It stands in the page itself, so that no further request has to ask for it.
 * @param path begins with a slash
 */
export function anonymousAddress(path: string): string {
  const said = document.querySelector<HTMLMetaElement>('meta[name="chorus-anonymous-origin"]')
  return `${said?.content ?? ''}${path}`
}
