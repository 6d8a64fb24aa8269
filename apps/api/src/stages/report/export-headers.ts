import type { ReleaseHeader } from '@chorus/db/stores/releases'

/** What the file is called in its address, such as `summary.csv`. */
type Described = {
  readonly file: string
  /** The newest release in it. */
  readonly newest: Pick<ReleaseHeader, 'programme' | 'label'>
  /** The smallest group in it. */
  readonly k: number
}

/** More of a name than this is more than a list of files shows. */
const longestPart = 60

/**
 * Where a file is from, for whoever has nothing but the file: its name says newest wave and smallest group. The columns stay the same for
 * every release; the codebook of the programme, to which a link leads, has the policy of each wave.
 */
export function exportHeaders({ file, newest, k }: Described): Record<string, string> {
  const [stem, ending] = [file.replace(/\..*/, ''), file.replace(/.*\./, '')]
  const named = (part: (text: string) => string) =>
    `${[stem, part(newest.label), `k${k}`].filter((text) => text !== '').join('_')}.${ending}`
  const plain = named(inAscii)
  const own = encodeURIComponent(named(inLetters))
  return {
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${own}`,
    ...(stem !== 'codebook' && {
      link: `</api/reports/codebook.csv?programme=${newest.programme}>; rel="describedby"; type="text/csv"`,
    }),
  }
}

/** Letters and digits of every script: no sign that a file system, a shell or a header reads as something else. */
function inLetters(text: string): string {
  const letters = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  return [...letters].slice(0, longestPart).join('').replace(/^-|-$/g, '')
}

function inAscii(text: string): string {
  return inLetters(
    text
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^ -~]+/g, '-'),
  )
}
