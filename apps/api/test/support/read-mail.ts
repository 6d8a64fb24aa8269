/** A multi-part mail, taken apart as a mail program does (RFC 2045 to 2047). */
export type ReadMail = {
  readonly headers: ReadonlyMap<string, string>
  readonly parts: readonly { readonly type: string; readonly content: string }[]
  readonly text: string
  readonly html: string
}

export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw)
  const boundary = /boundary="?([^";]+)"?/.exec(headers.get('content-type') ?? '')?.[1]
  if (boundary === undefined) throw new Error('the mail has no parts')
  const parts = body
    .split(`--${boundary}`)
    .slice(1, -1)
    .map((part) => {
      const { headers: own, body: content } = split(part.replace(/^\r\n/, ''))
      const type = (own.get('content-type') ?? '').split(';')[0] ?? ''
      return { type, content: decoded(content, own.get('content-transfer-encoding') ?? '7bit') }
    })
  const partOf = (type: string) => parts.find((part) => part.type === type)?.content ?? ''
  return { headers, parts, text: partOf('text/plain'), html: partOf('text/html') }
}

function split(raw: string): { headers: Map<string, string>; body: string } {
  const at = raw.indexOf('\r\n\r\n')
  const lines = raw
    .slice(0, at)
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
  const headers = new Map(
    lines.map((line) => {
      const colon = line.indexOf(':')
      return [line.slice(0, colon).toLowerCase(), words(line.slice(colon + 1).trim())]
    }),
  )
  return { headers, body: raw.slice(at + 4) }
}

function decoded(content: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString('utf8')
  if (encoding !== 'quoted-printable') return content.replaceAll('\r\n', '\n')
  return fromQuoted(content.replaceAll('=\r\n', '')).replaceAll('\r\n', '\n')
}

/** Encoded words in a header; the space between two of them is none. */
function words(text: string): string {
  return text
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(word, 'base64').toString('utf8')
        : fromQuoted(word.replaceAll('_', ' ')),
    )
}

function fromQuoted(text: string): string {
  const bytes = text.replaceAll(/=([0-9A-F]{2})/gi, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
