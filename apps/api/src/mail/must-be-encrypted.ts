const onThisMachine: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Whether a mail server has to offer encryption before anything is sent: the links in mails sign people in. On this machine it need not;
 * elsewhere only where the address says so itself: `smtp://relay.internal?requireTLS=false`.
 */
export function mustBeEncrypted(url: string): boolean {
  const { hostname, searchParams } = new URL(url)
  return !onThisMachine.has(hostname) && searchParams.get('requireTLS') !== 'false'
}
