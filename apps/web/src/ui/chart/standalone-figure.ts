import { textWidth } from './text-width.ts'

export type FigureWords = {
  /** Stands above the picture, and is its accessible name. */
  readonly title: string
  /** The picture in words, for whoever cannot see it. */
  readonly description: string
  /** Stands below: what it is from, and under which rules it was released. */
  readonly footer: string
  readonly direction: 'ltr' | 'rtl'
}

type Drawing = { readonly markup: string; readonly width: number; readonly height: number }

/** One of the things below each other in a picture: a drawing, the name of the drawing below, or how drawings are read. */
export type FigurePart = Drawing | { readonly kind: 'label' | 'key'; readonly text: string }

const margin = 16
/** Between a text and what stands above it. */
const gap = 8
const lineHeight = 1.35
const ink = { strong: '#1b2430', soft: '#545c67' }
const looks = {
  title: { size: 15, look: `font-weight="700" fill="${ink.strong}"` },
  label: { size: 13, look: `fill="${ink.strong}"` },
  key: { size: 11, look: `fill="${ink.soft}"` },
}

/**
 * Drawings as a file that explains itself: on a light ground, with title, description and footer.
 * @param parts from top to bottom; each drawing is the inside of an svg element whose colours and fonts need no style sheet, in pixels
 */
export function standaloneFigure(parts: readonly FigurePart[], words: FigureWords): Drawing {
  const inner = Math.max(...parts.map((part) => ('markup' in part ? part.width : 0)))
  const width = Math.ceil(inner + 2 * margin)
  const x = words.direction === 'rtl' ? width - margin : margin
  let y = margin
  const written = (text: string, kind: keyof typeof looks) => {
    const { size, look } = looks[kind]
    const lines = wrapped(text, inner, size)
    const from = y
    y += lines.length * size * lineHeight
    return lines.map((line, at) => {
      const base = Math.round(from + (at + 0.8) * size * lineHeight)
      return `<text x="${x}" y="${base}" direction="${words.direction}" font-family="system-ui, sans-serif" font-size="${size}" ${look}>${escaped(line)}</text>`
    })
  }
  const content = written(words.title, 'title')
  y += gap
  for (const part of parts) {
    if ('markup' in part) {
      content.push(`<g transform="translate(${margin} ${Math.round(y)})">${part.markup}</g>`)
      y += part.height
    } else {
      y += gap
      content.push(...written(part.text, part.kind))
    }
  }
  y += margin
  content.push(...written(words.footer, 'key'))
  const height = Math.ceil(y + margin / 2)
  const markup = [
    `<title>${escaped(words.title)}</title>`,
    `<desc>${escaped(words.description)}</desc>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...content,
  ].join('')
  return {
    width,
    height,
    markup: `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${markup}</svg>`,
  }
}

/** Lines that fit; a text without spaces is broken where it has to be. */
function wrapped(text: string, width: number, size: number): string[] {
  const fits = (line: string) => (textWidth(line) * size) / 12 <= width
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/(?<=\s)|(?<=[\u3000-\u9fff])/)) {
    if (line !== '' && !fits(line + word.trimEnd())) {
      lines.push(line.trimEnd())
      line = ''
    }
    line += word
  }
  return [...lines, line.trimEnd()]
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
